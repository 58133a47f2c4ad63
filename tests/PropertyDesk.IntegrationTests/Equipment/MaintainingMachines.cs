using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.IntegrationTests.Equipment;

/// <summary>Plans make their tasks, each once; what was found is kept; failures are counted.</summary>
public sealed class MaintainingMachines
{
    private static readonly AssetFacts Lift = new(AssetKind.Lift, "1 号客梯", "2 单元大厅", "上海三菱", "LEHY", "SN1", null, null, null, "次");

    [Fact]
    public async Task A_plan_over_a_year_makes_exactly_its_tasks_although_the_job_runs_twice_each_day()
    {
        var (desk, asset) = await OpenAsync();
        var start = await TodayAsync(desk);
        var plan = await PlanAsync(desk, asset, new PlanTerms("月检", PlanRhythm.Months, 1, start, 0, "门锁\n底坑"));

        for (var day = start; day < start.AddYears(1); day = day.AddDays(1))
        {
            await desk.In((MaintenanceRoom r) => r.MakeAsync(day));
            Assert.Equal(0, await desk.In((MaintenanceRoom r) => r.MakeAsync(day)));
        }

        var due = await desk.See(db => db.MaintenanceTasks.Where(t => t.PlanId == plan).OrderBy(t => t.Time).Select(t => new { t.Time, t.DueOn, Lines = t.Checks.Count }).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (i + 1, start.AddMonths(i), 2)), due.Select(t => (t.Time, t.DueOn, t.Lines)));
    }

    [Fact]
    public async Task Four_nodes_at_once_make_each_task_once()
    {
        var (desk, asset) = await OpenAsync();
        var today = await TodayAsync(desk);
        await PlanAsync(desk, asset, new PlanTerms("周检", PlanRhythm.Weeks, 1, today.AddDays(7), 0, "门锁"));

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.In((MaintenanceRoom r) => r.MakeAsync(today.AddDays(7))))));

        Assert.Equal(1, made.Sum());
        Assert.Equal(1, await desk.See(db => db.MaintenanceTasks.CountAsync()));
    }

    [Fact]
    public async Task A_plan_by_count_waits_for_the_counter_and_a_stopped_machine_is_due_for_nothing()
    {
        var (desk, asset) = await OpenAsync();
        var today = await TodayAsync(desk);
        await PlanAsync(desk, asset, new PlanTerms("万次保养", PlanRhythm.Count, 10_000, today, 0, "钢丝绳"));

        await ReadAsync(desk, asset, 9_999, today);
        Assert.Equal(0, await desk.In((MaintenanceRoom r) => r.MakeAsync(today)));
        await PutAsync(desk, asset, AssetState.Stopped, "更换主机");
        await ReadAsync(desk, asset, 10_000, today);
        Assert.Equal(0, await desk.In((MaintenanceRoom r) => r.MakeAsync(today)));
        await PutAsync(desk, asset, AssetState.InService, null);

        Assert.Equal(1, await desk.In((MaintenanceRoom r) => r.MakeAsync(today)));
        await ReadAsync(desk, asset, 35_000, today);
        Assert.Equal(1, await desk.In((MaintenanceRoom r) => r.MakeAsync(today)));
        Assert.Equal([1, 3], await desk.See(db => db.MaintenanceTasks.OrderBy(t => t.Time).Select(t => t.Time).ToListAsync()));
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(desk, asset, 34_999, today));
        Assert.Contains("35000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_ticks_off_the_checklist_on_the_phone_once()
    {
        var (desk, asset) = await OpenAsync();
        await PlanAsync(desk, asset, new PlanTerms("半月保养", PlanRhythm.Days, 15, await TodayAsync(desk), 0, "门锁\n底坑"));
        var task = await desk.See(db => db.MaintenanceTasks.Select(t => t.Id).SingleAsync());
        var worker = await desk.SignInAsync(Role.RepairWorker);
        var page = $"/{desk.Company.Slug}/Equipment/Task/{task}";
        Dictionary<string, string> Form(string? note) => new()
        {
            ["Results[0].Line"] = "1",
            ["Results[0].Outcome"] = "Fine",
            ["Results[1].Line"] = "2",
            ["Results[1].Outcome"] = "Faulty",
            ["Results[1].Note"] = note ?? "",
        };

        var silent = await Desk.PostAsync(worker, page, page, Form(null));
        var done = await Desk.PostAsync(worker, page, page, Form("底坑积水 3 厘米"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("请写明哪里不对", WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var details = await desk.In((EquipmentQueries q) => q.TaskAsync(task));
        Assert.Equal((MaintenanceState.Done, 1), (details.Task.State, details.Task.Faults));
        Assert.Contains("底坑积水", details.Checks[1].Note, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In(async (MaintenanceRoom r) =>
        {
            await r.SkipAsync(task, "不做");
            return true;
        }));
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync($"/{desk.Company.Slug}/Equipment/Change/Asset/{asset}")).StatusCode);
    }

    [Fact]
    public async Task Failures_are_counted_by_kind_and_machine_and_three_alike_make_a_suggestion()
    {
        var (desk, asset) = await OpenAsync();
        var now = desk.Clock.GetUtcNow();
        foreach (var days in new[] { 40, 20, 10 })
        {
            var id = await desk.In((Failures f) => f.ReportAsync(asset, Guid.NewGuid(), FailureKind.Control, "不平层", stops: true, now.AddDays(-days)));
            await desk.In(async (Failures f) =>
            {
                await f.MendAsync(id, FailureKind.Control, "换编码器", Money.Exact(120.50m), now.AddDays(-days).AddHours(12));
                return true;
            });
        }

        var request = Guid.NewGuid();
        var twice = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.In((Failures f) => f.ReportAsync(asset, request, FailureKind.Leak, "底坑渗水", stops: false)))));

        Assert.Single(twice.Distinct());
        var today = await TodayAsync(desk);
        var figures = await desk.In((FailureReport r) => r.RunAsync(today.AddDays(-99), today));
        Assert.Equal([(FailureKind.Control, 3, Money.Exact(361.50m)), (FailureKind.Leak, 1, Money.Zero)], figures.ByKind.Select(k => (k.Failure, k.Count, k.Cost)));
        var machine = Assert.Single(figures.ByMachine);
        Assert.Equal((4, 36m), (machine.Reliability.Failures, machine.Reliability.HoursDown));
        Assert.Equal([(asset, FailureKind.Control, 3)], figures.Suggestions.Select(s => (s.AssetId, s.Failure, s.Count)));
        Assert.Empty((await desk.In((FailureReport r) => r.RunAsync(today.AddDays(-99), today.AddDays(-41)))).ByMachine);
    }

    [Fact]
    public async Task Labels_are_printed_and_machines_are_numbered_without_a_gap()
    {
        var (desk, asset) = await OpenAsync();
        var community = await desk.See(db => db.Communities.Select(c => c.Id).SingleAsync());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => desk.In((Assets a) => a.AddAsync(community, null, Lift with { Name = $"{i} 号" })))));
        var manager = await desk.SignInAsync(Role.Manager);

        var labels = await manager.GetByteArrayAsync($"/{desk.Company.Slug}/equipment/labels.pdf");

        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/{desk.Company.Slug}/equipment/details/{asset}")).StatusCode);
        Assert.Equal("%PDF"u8, labels.AsSpan(0, 4));
        Assert.Equal([1, 2, 3, 4], await desk.See(db => db.Assets.OrderBy(a => a.Number).Select(a => a.Number).ToListAsync()));
    }

    private static async Task<(Desk Desk, Guid Asset)> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        var community = await desk.In(async (DeskDbContext db) =>
        {
            var made = new Community(desk.Company, "翠湖花园");
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        return (desk, await desk.In((Assets a) => a.AddAsync(community, null, Lift)));
    }

    private static Task<DateOnly> TodayAsync(Desk desk) => desk.See(db => Task.FromResult(db.Current.Today(desk.Clock)));

    private static Task<Guid> PlanAsync(Desk desk, Guid asset, PlanTerms terms) => desk.In((MaintenanceRoom r) => r.PlanAsync(asset, terms));

    private static Task<bool> ReadAsync(Desk desk, Guid asset, long count, DateOnly on) => desk.In(async (Assets a) =>
    {
        await a.ReadAsync(asset, count, on);
        return true;
    });

    private static Task<bool> PutAsync(Desk desk, Guid asset, AssetState state, string? reason) => desk.In(async (Assets a) =>
    {
        await a.PutAsync(asset, state, reason);
        return true;
    });
}
