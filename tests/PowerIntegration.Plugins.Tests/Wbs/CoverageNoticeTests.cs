using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Tests.Duties;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Wbs;

/// <summary>The mapping administrators are told of each code without a task once, in one message for a proof.</summary>
public sealed class CoverageNoticeTests
{
    private readonly Site site = new();
    private readonly Guid maria;
    private int lastRun;

    public CoverageNoticeTests()
    {
        maria = Person("Maria Keller", "maria@lakeshore.example");
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment)[EnvironmentTable.AppAddress] = "https://app.example/main.aspx?appid=1";
    }

    [Fact]
    public void A_code_is_told_once_with_money_and_task_and_not_again_by_the_next_proof()
    {
        var code = Code();
        var first = Proof(Found(code, "07-840 / SUB", 250.50m, suggested: true));
        var notice = Assert.Single(List());
        Assert.Equal((first.ToString("D"), maria.ToString("D"), "maria@lakeshore.example"), (notice.Run, notice.Person, notice.Recipient));
        Assert.Contains("1 WBS code of Fulton Yards Tower has no Oracle task", notice.Card, StringComparison.Ordinal);
        Assert.Contains("07-840 / SUB", notice.Card, StringComparison.Ordinal);
        Assert.Contains("250.50 open; suggested task 0784 Firestopping", notice.Card, StringComparison.Ordinal);
        Assert.Contains(
            $"https://app.example/main.aspx?appid=1&pagetype=entityrecord&etn=pint_run&id={first}",
            notice.Card,
            StringComparison.Ordinal
        );

        // What was not recorded as sent is listed again as it was.
        Assert.Equal(notice, Assert.Single(List()));
        Record(notice);
        Assert.Empty(List());
        Proof(Found(code, "07-840 / SUB", 250.50m));
        Assert.Empty(List());
        Proof(Found(code, "07-840 / SUB", 250.50m), Found(Code(), "09-900 / SUB", 1m, CoverageStateChoice.Ambiguous));
        var second = Assert.Single(List());
        Assert.DoesNotContain("07-840", second.Card, StringComparison.Ordinal);
        Assert.Contains("1.00 open; several mapping rules fit equally", second.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_codes_with_the_most_money_are_named_and_the_others_counted()
    {
        Proof([.. Enumerable.Range(1, 300).Select(number => Found(Code(), $"C-{number:D3}", number))]);
        var notice = Assert.Single(List());
        Assert.Contains("300 WBS codes of Fulton Yards Tower have no Oracle task", notice.Card, StringComparison.Ordinal);
        Assert.Contains("Open work on them: 45,150.00.", notice.Card, StringComparison.Ordinal);
        Assert.Contains("290 more codes are in the proof.", notice.Card, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(0, 10).Select(at => $"C-{300 - at:D3}"),
            JsonDocument
                .Parse(notice.Card)
                .RootElement.GetProperty("body")
                .EnumerateArray()
                .Single(block => block.GetProperty("type").GetString() == "FactSet")
                .GetProperty("facts")
                .EnumerateArray()
                .Select(fact => fact.GetProperty("title").GetString())
        );
    }

    [Fact]
    public void Of_thousands_of_new_codes_the_next_proof_tells_those_that_one_call_cannot_mark()
    {
        var codes = Enumerable.Range(1, 1_003).Select(number => (Id: Code(), Name: $"C-{number:D4}", Amount: (decimal)number)).ToList();
        Entity[] Results() => [.. codes.Select(code => Found(code.Id, code.Name, code.Amount))];
        Proof(Results());
        Assert.Contains("1003 WBS codes", Assert.Single(List()).Card, StringComparison.Ordinal);
        Record(List().Single());
        Proof(Results());
        var rest = Assert.Single(List());
        Assert.Contains("3 WBS codes", rest.Card, StringComparison.Ordinal);
        Assert.Contains("C-0003", rest.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_was_covered_for_the_whole_year_is_new_when_it_is_found_again()
    {
        var code = Code();
        Proof(Found(code, "07-840", 1m));
        Record(Assert.Single(List()));

        // A proof of one month does not look at the other days.
        site.Dataverse.Row(RunTable.LogicalName, Proof())[RunTable.ToDate] = site.Now.Date.AddDays(30);
        Assert.Empty(List());
        Proof(Found(code, "07-840", 1m));
        Assert.Empty(List());

        Proof();
        Assert.Empty(List());
        Proof(Found(code, "07-840", 1m));
        Assert.Single(List());
    }

    [Fact]
    public void Each_administrator_is_told_and_who_lost_the_role_is_not()
    {
        var irene = Person("Irene Castellano", "irene@lakeshore.example");
        Person("A service", null);
        Proof(Found(Code(), "07-840", 1m));
        var notices = List();
        Assert.Equal([irene.ToString("D"), maria.ToString("D")], notices.Select(notice => notice.Person));
        Record(notices[0]);
        Assert.Equal(maria.ToString("D"), Assert.Single(List()).Person);
        Assert.Contains("has no notice for person", Record(notices[0]), StringComparison.Ordinal);
        site.Dataverse.Row("systemuser", maria)["isdisabled"] = true;
        Assert.Empty(List());
    }

    [Fact]
    public void Stale_and_covered_codes_and_proofs_that_are_not_finished_or_old_are_not_told()
    {
        Proof(Found(Code(), "A", 1m, CoverageStateChoice.Stale), Found(Code(), "B", 1m, CoverageStateChoice.CatchAll));
        Assert.Empty(List());
        var running = site.Dataverse.Row(RunTable.LogicalName, Proof(Found(Code(), "C", 1m)));
        running[RunTable.RunState] = new OptionSetValue(RunStateChoice.Running);
        Assert.Empty(List());
        running[RunTable.RunState] = new OptionSetValue(RunStateChoice.Finished);
        running[RunTable.FinishedOn] = site.Now.AddDays(-8);
        Assert.Empty(List());
        running[RunTable.FinishedOn] = site.Now.AddDays(-6);
        Assert.Single(List());
    }

    [Fact]
    public void As_long_as_no_one_maps_nothing_counts_as_told()
    {
        site.Dataverse.Row("systemuser", maria)["isdisabled"] = true;
        Proof(Found(Code(), "07-840", 1m));
        Assert.Empty(List());
        site.Dataverse.Row("systemuser", maria)["isdisabled"] = false;
        Assert.Single(List());
    }

    private Guid Person(string name, string? address)
    {
        var id = site.Add("systemuser", ("fullname", name), ("isdisabled", false), ("domainname", address));
        site.Give(id, site.Role(ShippedRole.MappingAdministrator));
        return id;
    }

    private Guid Code() => site.Add(ProcoreWbsCodeTable.LogicalName, (ProcoreWbsCodeTable.Name, "a code"));

    private static Entity Found(Guid code, string name, decimal amount, int state = CoverageStateChoice.Uncovered, bool suggested = false) =>
        new(CoverageResultTable.LogicalName)
        {
            [CoverageResultTable.Name] = name,
            [CoverageResultTable.ProcoreWbsCodeId] = new EntityReference(ProcoreWbsCodeTable.LogicalName, code),
            [CoverageResultTable.CoverageState] = new OptionSetValue(state),
            [CoverageResultTable.AmountAtRisk] = amount,
            [CoverageResultTable.Message] = suggested ? "0784" : null,
        };

    // A proof of the year from today.
    private Guid Proof(params Entity[] found)
    {
        site.Now = site.Now.AddMinutes(1);
        var key = $"LAKESHORE|1|RUN|COVERAGE|1|{++lastRun:D7}";
        var run = site.Add(
            RunTable.LogicalName,
            (RunTable.Key, key),
            (RunTable.ProjectId, new EntityReference(ProjectTable.LogicalName, site.Project)),
            (RunTable.RunKind, new OptionSetValue(RunKindChoice.CoverageProof)),
            (RunTable.RunState, new OptionSetValue(RunStateChoice.Finished)),
            (RunTable.FromDate, site.Now.Date),
            (RunTable.ToDate, site.Now.Date.AddDays(365)),
            (RunTable.FinishedOn, site.Now)
        );
        for (var number = 0; number < found.Length; number++)
        {
            var row = found[number];
            row[CoverageResultTable.Key] = $"{key}|{number:D5}";
            row[CoverageResultTable.RunId] = new EntityReference(RunTable.LogicalName, run);
            row[CoverageResultTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, site.Project);
            if (row.GetAttributeValue<string>(CoverageResultTable.Message) is { } task)
            {
                var suggested = site
                    .Dataverse.All(OracleTaskTable.LogicalName)
                    .Single(known => known.GetAttributeValue<string>(OracleTaskTable.TaskNumber) == task);
                site.Dataverse.Row(OracleTaskTable.LogicalName, suggested.Id)[OracleTaskTable.Name] = "0784 Firestopping";
                row[CoverageResultTable.SuggestedTaskId] = suggested.ToEntityReference();
            }

            site.Dataverse.Seed(row);
        }

        return run;
    }

    private List<Notice> List() =>
        [
            .. JsonDocument
                .Parse((string)site.Call(new ListCoverageNotices(), "pint_ListCoverageNotices")["Notices"])
                .RootElement.EnumerateArray()
                .Select(notice => new Notice(
                    notice.GetProperty("runId").GetString()!,
                    notice.GetProperty("personId").GetString()!,
                    notice.GetProperty("recipient").GetString()!,
                    notice.GetProperty("card").GetString()!
                )),
        ];

    private string Record(Notice notice) =>
        (string)
            site.Call(
                new RecordCoverageNotice(),
                "pint_RecordCoverageNotice",
                ("RunId", Guid.Parse(notice.Run)),
                ("PersonId", Guid.Parse(notice.Person))
            )["Message"];

    private sealed record Notice(string Run, string Person, string Recipient, string Card);
}
