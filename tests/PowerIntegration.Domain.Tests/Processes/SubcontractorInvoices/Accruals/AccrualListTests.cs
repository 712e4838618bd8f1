using PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Accruals;

public sealed class AccrualListTests
{
    private static readonly AccrualEntry Line = new()
    {
        Kind = AccrualKind.NotPosted,
        Project = "FYT-1001",
        Task = "0310",
        ExpenditureType = "Subcontract",
        Code = "03-100.SUB",
        Currency = "USD",
        Commitment = "SC-001",
        Document = "SC-001 application 1",
        State = "Held",
        Gross = 100.05m,
        Retainage = 10m,
    };

    [Fact]
    public void Lines_are_added_up_by_document_and_by_task()
    {
        var list = AccrualList.Of([
            Line,
            Line with
            {
                Gross = 0.10m,
            },
            Line with
            {
                Document = "SC-002 application 1",
                Commitment = "SC-002",
                Code = "03-200.SUB",
                Gross = -50m,
                Retainage = -5m,
            },
            Line with
            {
                Kind = AccrualKind.Rolled,
                Gross = 7m,
                Retainage = null,
            },
            Line with
            {
                Task = null,
                ExpenditureType = null,
                Gross = 3m,
                Retainage = null,
            },
        ]);
        Assert.Equal((4, 2, 60.15m), (list.Entries.Count, list.Documents, list.Gross));
        Assert.Equal(
            [(AccrualKind.NotPosted, "0310", 50.15m, 15m, 2), (AccrualKind.NotPosted, null, 3m, 0m, 1), (AccrualKind.Rolled, "0310", 7m, 0m, 1)],
            list.Totals.Select(total => (total.Kind, total.Task, total.Gross, total.Retainage, total.Documents))
        );
        Assert.Equal("03-100.SUB", list.Totals[1].Code);
    }

    [Fact]
    public void What_comes_to_nothing_is_left_out_and_a_release_without_work_is_not()
    {
        Assert.Empty(AccrualList.Of([Line with { Retainage = 0m }, Line with { Gross = -100.05m, Retainage = 0m }]).Entries);
        Assert.Equal(-10m, Assert.Single(AccrualList.Of([Line with { Gross = 0m, Retainage = -10m }]).Totals).Retainage);
        Assert.Equal("{}", AccrualList.Of([]).ToJson());
    }

    [Fact]
    public void The_json_names_the_tasks_and_the_documents()
    {
        var json = AccrualList.Of([Line]).ToJson();
        Assert.StartsWith("""{"tasks":[{"kind":"notPosted","project":"FYT-1001","task":"0310",""", json, StringComparison.Ordinal);
        Assert.Contains("\"documents\":[{\"kind\":\"notPosted\",\"commitment\":\"SC-001\"", json, StringComparison.Ordinal);
    }
}
