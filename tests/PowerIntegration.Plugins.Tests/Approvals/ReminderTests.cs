using System.Text.Json.Nodes;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>Reminders of a request that no one answers: after 2, 5 and 10 days.</summary>
public sealed class ReminderTests
{
    private const string Hana = "hana@lakeshorebuilders.example";
    private const string Samuel = "samuel@lakeshorebuilders.example";

    private readonly TeamsSite teams = new();
    private readonly DateTime asked;

    public ReminderTests()
    {
        teams.Prepare(TeamsSite.First);
        teams.Ask(teams.Latest);
        asked = teams.Site.Now;
    }

    [Fact]
    public void The_person_hears_first_then_the_next_limit_then_the_controller()
    {
        Assert.Empty(After(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1)));
        Assert.Equal([Hana], After(TimeSpan.FromDays(2)));
        Assert.Empty(After(TimeSpan.FromDays(4)));
        Assert.Equal([Hana, Samuel], After(TimeSpan.FromDays(5)));
        Assert.Empty(teams.Site.Dataverse.All(FindingTable.LogicalName));
        Assert.Equal([Hana, Samuel], After(TimeSpan.FromDays(10)));
        var finding = new RowView(Assert.Single(teams.Site.Dataverse.All(FindingTable.LogicalName)));
        Assert.Equal("approval-overdue", finding.Text(FindingTable.Kind));
        Assert.Empty(After(TimeSpan.FromDays(30)));
        Assert.Equal((3, null), (teams.Request().WholeNumber(ApprovalTable.Reminders), teams.Request().Instant(ApprovalTable.NextReminderOn)));
    }

    [Fact]
    public void Missed_reminders_are_not_made_up()
    {
        Assert.Equal([Hana, Samuel], After(TimeSpan.FromDays(6)));
        Assert.Equal(
            (2, asked.AddDays(10)),
            (teams.Request().WholeNumber(ApprovalTable.Reminders), teams.Request().Instant(ApprovalTable.NextReminderOn))
        );
    }

    [Fact]
    public void A_reminder_that_was_not_recorded_is_listed_again()
    {
        Assert.Equal([Hana], After(TimeSpan.FromDays(2), isRecorded: false));
        Assert.Equal([Hana], After(TimeSpan.FromDays(2)));
    }

    [Fact]
    public void What_is_answered_is_not_reminded_of()
    {
        var approval = Guid.Parse(teams.Request().RequiredText(ApprovalTable.RequestName));
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana));
        Assert.Empty(After(TimeSpan.FromDays(2)));
        Record();
        Assert.Null(teams.Request().Instant(ApprovalTable.NextReminderOn));
    }

    [Fact]
    public void The_card_links_and_takes_no_answer()
    {
        teams.Site.Now = asked.AddDays(2).AddHours(-1);
        var card = JsonNode.Parse(JsonNode.Parse((string)teams.Sweep()["Reminders"])![0]!["card"]!.ToString())!;
        Assert.Equal("Action.OpenUrl", card["actions"]!.AsArray().Single()!["type"]!.ToString());
        Assert.Contains("etn=pint_document", card["actions"]![0]!["url"]!.ToString(), StringComparison.Ordinal);
    }

    private List<string> After(TimeSpan time, bool isRecorded = true)
    {
        teams.Site.Now = asked.Add(time).AddHours(-1);
        var recipients = JsonNode
            .Parse((string)teams.Sweep()["Reminders"])!
            .AsArray()
            .Select(reminder => reminder!["recipient"]!.ToString())
            .ToList();
        if (isRecorded && recipients.Count > 0)
        {
            Record();
        }

        return recipients;
    }

    private void Record() => teams.Site.Call(new RecordReminder(), "pint_RecordReminder", ("ApprovalId", teams.Latest));
}
