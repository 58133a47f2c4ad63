using System.Diagnostics;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>A program that judges a PDF from outside; the test run installs qpdf and poppler.</summary>
internal static class Tool
{
    /// <summary>What the program says about the file. Skips the test by name where the program is not installed.</summary>
    public static async Task<(int Code, string Output)> JudgeAsync(byte[] pdf, string program, params string[] arguments)
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(found, $"{program} is not installed.");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program, [.. arguments.Select(a => a == "FILE" ? file : a)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
