using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Measure;

/// <summary>Times the custom API that codes one Procore code, <c>pint_ResolveWbs</c>, on a project with many rules and tasks.</summary>
/// <param name="sandbox">A sandbox of its own.</param>
/// <param name="output">Takes the line.</param>
internal sealed class LookupMeasurement(RunningSandbox sandbox, TextWriter output)
{
    private const int Rows = 5_000;
    private const int LookUps = 1_000;
    private const int WarmUp = 200;
    private const int Goal = 20;
    private const string Rule = "pint_wbsmappingrule";
    private const string Task = "pint_oracletask";
    private const int Active = 723100001;

    /// <summary>Fills the project and prints the times.</summary>
    public async Task RunAsync()
    {
        var service = sandbox.Dataverse.CreateService(SeedLoader.User.SystemUserId);
        var (rule, task) = (First(service, Rule), First(service, Task));
        var project = rule.GetAttributeValue<EntityReference>("pint_projectid").Id;
        Copy(Task, task, number => new() { ["pint_key"] = Key(Task, number), ["pint_tasknumber"] = Code("T", number) });
        Copy(Rule, rule, RuleOf);
        // A gateway that was just started compiles what it runs; the first calls say nothing about the others.
        Times(service, project, WarmUp);
        var before = Environment.CpuUsage.TotalTime;
        var times = Times(service, project, LookUps);
        var spent = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / LookUps;
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{LookUps:N0} look-ups by pint_ResolveWbs among {Rows:N0} rules and {Rows:N0} tasks: median {times[LookUps / 2]:N1} ms, "
                    + $"95% within {times[LookUps * 95 / 100]:N1} ms (goal {Goal} ms), processor {spent:N1} ms each."
            )
        );
    }

    private List<double> Times(IOrganizationService service, Guid project, int count) =>
        [.. Enumerable.Range(0, count).Select(number => TimeOf(service, project, Code("C", number * 7919 % Rows))).Order()];

    private double TimeOf(IOrganizationService service, Guid project, string code)
    {
        var request = new OrganizationRequest("pint_ResolveWbs")
        {
            ["ProjectId"] = project,
            ["CostCode"] = code,
            ["CostType"] = "SUB",
            ["AsOf"] = "2025-10-31",
        };
        var start = sandbox.Clock.GetTimestamp();
        var answer = service.Execute(request);
        var time = sandbox.Clock.GetElapsedTime(start).TotalMilliseconds;
        return (string)answer["State"] == "Resolved"
            ? time
            : throw new InvalidOperationException($"Code {code} was not resolved: {answer["Message"]}");
    }

    private static Entity First(IOrganizationService service, string table)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        if (table == Rule)
        {
            query.Criteria.AddCondition("pint_rulestate", ConditionOperator.Equal, Active);
            query.Criteria.AddCondition("pint_projectid", ConditionOperator.NotNull);
        }

        return service.RetrieveMultiple(query).Entities[0];
    }

    private static Dictionary<string, object> RuleOf(int number) =>
        new()
        {
            ["pint_key"] = Key(Rule, number),
            ["pint_costcode"] = Code("C", number),
            ["pint_costtype"] = "SUB",
            ["pint_tasksegmentcode"] = "*",
            ["pint_tasknumber"] = Code("T", number),
        };

    private void Copy(string table, Entity source, Func<int, Dictionary<string, object>> values) =>
        sandbox.Dataverse.Administration.StoreCopies(table, source.Id, Rows, values);

    private static string Key(string table, int number) => string.Create(CultureInfo.InvariantCulture, $"LAKESHORE|1|COPY|{table}|{number}");

    private static string Code(string letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}-{number:D5}");
}
