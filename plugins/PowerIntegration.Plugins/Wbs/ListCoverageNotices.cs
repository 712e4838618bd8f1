using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>
/// Lists what the mapping administrators are to be told about coverage proofs. What a proof tells is decided once and kept on its row with the people
/// who get it, so that a notice that was lost is sent later as it was, and one that was sent is not sent again.
/// </summary>
[CustomApi(
    "pint_ListCoverageNotices",
    Gates.ListCoverageNotices,
    "Lists notices to send to the mapping administrators: WBS codes that a coverage proof found without exactly one task, each told once."
)]
[CustomApiOutput("Notices", CustomApiFieldType.String, "Notices to send, as a JSON list of objects with runId, personId, recipient and card.")]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of notices listed.")]
public sealed class ListCoverageNotices : PluginShell
{
    /// <summary>Most notices of one call; the next call lists the next ones.</summary>
    internal const int NoticesMax = 100;

    // What was not sent for a week is old news; the next proof counts what it told as told.
    private static readonly TimeSpan AgeMax = TimeSpan.FromDays(7);

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var now = call.Context.OperationCreatedOn;
        var people = NoticedPeople.Read(service);
        if (people.Count > 0)
        {
            Decide(service, people, now);
        }

        var notices = Waiting(service, now).SelectMany(run => Notices(run, people)).Take(NoticesMax).ToList();
        call.Output("Notices", JsonText.WriteList(notices));
        call.Output("Count", notices.Count);
    }

    // Of several proofs of a project the newest is told; what an older one found is in it, or is covered by now.
    private static void Decide(IOrganizationService service, IReadOnlyList<NoticedPerson> people, DateTime now)
    {
        var query = Finished(now, RunTable.ProjectId, RunTable.FromDate, RunTable.ToDate, RunTable.FinishedOn);
        query.Criteria.AddCondition(RunTable.NoticedOn, ConditionOperator.Null);
        query.AddOrder(RunTable.FinishedOn, OrderType.Descending);
        query.AddOrder(RunTable.Key, OrderType.Descending);
        query.TopCount = NoticesMax;
        var decided = new HashSet<Guid>();
        foreach (var run in Rows.All(service, query))
        {
            var isNewest = new RowView(run).Reference(RunTable.ProjectId) is { } project && decided.Add(project);
            var card = isNewest ? new ProofNotice(service, run, now).Decide() : null;
            service.Update(
                new Entity(RunTable.LogicalName, run.Id)
                {
                    [RunTable.NoticedOn] = now,
                    [RunTable.NoticeCard] = card,
                    [RunTable.NoticeTo] = card is null ? null : NoticedPeople.Write(people.Select(person => person.Id)),
                }
            );
        }
    }

    private static IReadOnlyList<Entity> Waiting(IOrganizationService service, DateTime now)
    {
        var query = Finished(now, RunTable.NoticeCard, RunTable.NoticeTo);
        query.Criteria.AddCondition(RunTable.NoticeTo, ConditionOperator.NotNull);
        query.AddOrder(RunTable.Key, OrderType.Ascending);
        query.TopCount = NoticesMax;
        return Rows.All(service, query);
    }

    // Who lost the role or the account meanwhile is not told any more.
    private static IEnumerable<JsonObject> Notices(Entity run, IReadOnlyList<NoticedPerson> people)
    {
        var row = new RowView(run);
        var waiting = NoticedPeople.Ids(row.Text(RunTable.NoticeTo));
        return people
            .Where(person => waiting.Contains(person.Id))
            .Select(person =>
                new JsonObject()
                    .Text("runId", run.Id.ToString("D"))
                    .Text("personId", person.Id.ToString("D"))
                    .Text("recipient", person.Address)
                    .Text("card", row.RequiredText(RunTable.NoticeCard))
            );
    }

    private static QueryExpression Finished(DateTime now, params string[] columns)
    {
        var query = Rows.Of(RunTable.LogicalName, columns);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.CoverageProof);
        query.Criteria.AddCondition(RunTable.RunState, ConditionOperator.Equal, RunStateChoice.Finished);
        query.Criteria.AddCondition(RunTable.FinishedOn, ConditionOperator.GreaterEqual, now - AgeMax);
        return query;
    }
}
