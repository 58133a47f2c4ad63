using System.Text.RegularExpressions;
using PropertyDesk.IntegrationTests.Architecture;
using YamlDotNet.RepresentationModel;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>What can be proven of docker-compose.yml without a container engine: it refers to nothing that is not there.</summary>
public sealed partial class RunningInContainers
{
    private static readonly string Root = SourceFiles.Root;
    private readonly YamlMappingNode _file = Read();

    [Fact]
    public void Everything_that_is_named_exists()
    {
        var services = Map(_file, "services");
        foreach (var (name, service) in services.Children.Select(s => ($"{s.Key}", Flat((YamlMappingNode)s.Value))))
        {
            Assert.All(Keys(service, "depends_on"), other => Assert.Contains(other, services.Children.Keys.Select(k => $"{k}")));
            Assert.All(Items(service, "networks"), network => Assert.Contains(network, Keys(_file, "networks")));
            Assert.All(Items(service, "configs"), config => Assert.Contains(config, Keys(_file, "configs")));
            Assert.All(Items(service, "volumes").Select(v => v.Split(':')[0]).Where(v => !v.StartsWith('.')), volume => Assert.Contains(volume, Keys(_file, "volumes")));
            Assert.True(service.Children.ContainsKey("image"), name);
        }
    }

    [Fact]
    public void Images_are_pinned_and_the_program_is_not_root()
    {
        var images = Map(_file, "services").Children.Values.Select(s => $"{Flat((YamlMappingNode)s).Children["image"]}").ToList();

        Assert.DoesNotContain(images, i => !i.Contains(':', StringComparison.Ordinal) || i.EndsWith(":latest", StringComparison.Ordinal));
        var recipe = $"{Map(Map(_file, "x-desk"), "build").Children["dockerfile_inline"]}";
        Assert.Matches(@"(?m)^USER \$\$APP_UID$", recipe);
        Assert.Contains("src/PropertyDesk.Web", recipe, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(Root, "src/PropertyDesk.Web")));
    }

    [Fact]
    public void Its_settings_are_those_that_the_README_explains_and_its_variables_are_named_at_its_top()
    {
        var known = Setting().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var text = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));

        var used = Map(_file, "services").Children.Values.SelectMany(s => Flat((YamlMappingNode)s) is var service && service.Children.ContainsKey("environment") ? Flat(Map(service, "environment")).Children.Keys : [])
            .Select(k => $"{k}".Replace("__", ":", StringComparison.Ordinal)).Where(k => !k.StartsWith("ASPNETCORE", StringComparison.Ordinal) && !k.StartsWith("ACCEPT", StringComparison.Ordinal) && !k.StartsWith("MSSQL", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains("Database:MigrateAtStart", used);
        Assert.All(used, name => Assert.Contains(name, known));
        Assert.All(Variable().Matches(text).Select(m => m.Groups["name"].Value).Distinct(), name => Assert.Contains(name, text[..text.IndexOf("name:", StringComparison.Ordinal)], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_web_node_stands_behind_the_balancer_and_only_one_step_migrates()
    {
        var services = Map(_file, "services").Children.ToDictionary(s => $"{s.Key}", s => Flat((YamlMappingNode)s.Value));
        var balancer = $"{Map(Map(_file, "configs"), "balancer").Children["content"]}";

        foreach (var web in services.Keys.Where(name => name.StartsWith("web", StringComparison.Ordinal)))
        {
            Assert.Contains($"server {web} {web}:8080", balancer, StringComparison.Ordinal);
            Assert.Equal("false", $"{Flat(Map(services[web], "environment")).Children["Database__MigrateAtStart"]}");
        }

        Assert.Contains("option httpchk GET /health/ready", balancer, StringComparison.Ordinal);
        Assert.Equal(["migrate"], services.Where(s => s.Value.Children.TryGetValue("command", out var command) && $"{command}".Contains("migrate", StringComparison.Ordinal)).Select(s => s.Key));
    }

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Root, "docker-compose.yml"));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string name) => (YamlMappingNode)node.Children[name];

    private static IEnumerable<string> Keys(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var found) ? ((YamlMappingNode)found).Children.Keys.Select(k => $"{k}") : [];

    private static IEnumerable<string> Items(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var found)
        ? ((YamlSequenceNode)found).Children.Select(i => i is YamlMappingNode map ? $"{map.Children["source"]}" : $"{i}")
        : [];

    // A mapping with what it takes over by "<<", which YAML leaves to its readers.
    private static YamlMappingNode Flat(YamlMappingNode node)
    {
        if (!node.Children.TryGetValue("<<", out var from))
        {
            return node;
        }

        var flat = new YamlMappingNode(Flat((YamlMappingNode)from).Children);
        foreach (var (key, value) in node.Children.Where(c => $"{c.Key}" != "<<"))
        {
            flat.Children[key] = value;
        }

        return flat;
    }

    [GeneratedRegex(@"`(?<name>[A-Z][A-Za-z]+(?::[A-Z][A-Za-z]+)?)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
