using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Records what a controller decided about one document: a variance to catch up, a cut on the header, deductions, a release, changes of the schedule
/// of values, applications that will never come. It replaces what was decided before, carries the caller's name, and lets the document be prepared
/// again.
/// </summary>
[CustomApi(
    "pint_RecordDecision",
    "prvWritepint_Commitment",
    "Records what a controller decided about one document beyond what its source says, and lets it be prepared again."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row id of the document.")]
[CustomApiInput("Decisions", CustomApiFieldType.String, "The decisions as JSON; they replace earlier ones.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Why the document may not go on; empty where it may.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "The same as a sentence, with the next step.")]
[CustomApiAnswer(typeof(ReleasedWork))]
public sealed class RecordDecision : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var caller = call.Caller();
        var reader = new FieldReader();
        var decided = JsonText.Read("Decisions", call.Input<string>("Decisions"), reader, fields => DecisionsText.Of(fields, caller.Name));
        if (reader.Problems.Count > 0)
        {
            Answer(
                call,
                "Refused",
                new Refusal(
                    SharedReasons.InputUnusable,
                    string.Join(" ", reader.Problems) + " Nothing was stored; correct the decision and pass it again."
                )
            );
            return;
        }

        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(
                call,
                "Refused",
                new Refusal(DocumentReasons.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again.")
            );
            return;
        }

        ScopeLock.Take(service, identity);
        var snapshot = CommitmentSnapshot.Read(service, identity.CommitmentId, documentId);
        var complete = decided! with
        {
            OracleVariances = Variances(snapshot, decided),
            PostAgain = decided.PostAgain is { } again ? again with { CanceledNumbers = snapshot.Standing.CanceledNumbers } : null,
        };
        Record(call, service, snapshot, complete, DecisionsText.Write(caller, complete));
    }

    private static void Record(PluginCall call, IOrganizationService service, CommitmentSnapshot snapshot, BillingDecisions decided, string decisions)
    {
        var standing = snapshot.Standing;
        var name = snapshot.Document.RequiredText(DocumentTable.Name);
        if (DecisionRules.Undecidable(standing, decided, name) is { } refusal)
        {
            Answer(call, standing.State.ToString(), refusal);
            return;
        }

        var held = DecisionRules.Held(standing, name);
        if (
            standing.State == DocumentState.Held
            && standing.IsStoppedBy(DocumentReasons.DecisionRecorded)
            && snapshot.Document.Text(DocumentTable.Decisions) == decisions
        )
        {
            Recorded(call, snapshot, held);
            return;
        }

        // The gateway claims without the contract's lock. Where it claimed since the read, this call fails as a whole: what is being sent is never
        // held under the sender.
        var changes = new Entity(DocumentTable.LogicalName, snapshot.Own.Id)
        {
            RowVersion = snapshot.Own.RowVersion,
            [DocumentTable.Decisions] = decisions,
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(DocumentState.Held)),
            [DocumentTable.ReasonCode] = held.WireCode,
            [DocumentTable.Reason] = held.Sentence,
        };
        service.Execute(new UpdateRequest { Target = changes, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        InboxRelease.Of(service, snapshot.Own.Id);
        Recorded(call, snapshot, held);
    }

    private static void Recorded(PluginCall call, CommitmentSnapshot snapshot, Refusal held)
    {
        Answer(call, DocumentState.Held.ToString(), held);
        ReleasedWork.Answer(call, snapshot.OwnAndWaiting);
    }

    // Who decides about the base decides about what Oracle shows now. Where Oracle shows something else later, the decision does not cover it.
    private static IReadOnlyList<OracleVariance> Variances(CommitmentSnapshot snapshot, BillingDecisions decided) =>
        decided.IsAboutBase ? OracleVariancesText.Read(snapshot.Document.Text(DocumentTable.OracleVariances)) : [];

    private static void Answer(PluginCall call, string state, Refusal refusal)
    {
        call.Output("State", state);
        call.Output("ReasonCode", refusal.WireCode);
        call.Output("Message", refusal.Sentence);
    }
}
