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
public sealed class RecordDecision : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var caller = call.Caller();
        var reader = new FieldReader();
        var decided = JsonText.Read("Decisions", call.Input<string>("Decisions"), reader, fields => DecisionsText.Of(fields, caller));
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
        if (CommitmentLock.Take(service, documentId) is not { } commitmentId)
        {
            Answer(
                call,
                "Refused",
                new Refusal(DocumentReasons.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again.")
            );
            return;
        }

        var snapshot = CommitmentSnapshot.Read(service, commitmentId, documentId);
        var complete = decided! with { OracleVariances = Variances(snapshot, decided) };
        Record(call, service, snapshot, complete, DecisionsText.Write(caller, complete));
    }

    private static void Record(PluginCall call, IOrganizationService service, CommitmentSnapshot snapshot, BillingDecisions decided, string decisions)
    {
        var standing = snapshot.Standing;
        var name = snapshot.Document.Text(DocumentTable.Name);
        if (Undecidable(standing, decided, name) is { } refusal)
        {
            Answer(call, standing.State.ToString(), refusal);
            return;
        }

        // What was frozen before the decision may not be sent any more.
        var held = new Refusal(DocumentReasons.DecisionRecorded, $"A decision about {name} was recorded. {NextStep(standing.Type)}");
        if (
            standing.State == DocumentState.Held
            && standing.IsStoppedBy(DocumentReasons.DecisionRecorded)
            && snapshot.Document.Text(DocumentTable.Decisions) == decisions
        )
        {
            Answer(call, DocumentState.Held.ToString(), held);
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
        Answer(call, DocumentState.Held.ToString(), held);
    }

    private static Refusal? Undecidable(DocumentStanding standing, BillingDecisions decided, string? name) =>
        standing.Type switch
        {
            DocumentKind.Reversal => new Refusal(
                SharedReasons.InputUnusable,
                $"{name} takes back exactly what was posted; nothing is decided about it. Decide about the invoice that is billed anew."
            ),
            _ when !DocumentStateMachine.MayBePrepared(standing.State) || standing.IsInFlight => new Refusal(
                DocumentReasons.DocumentState,
                $"Document {name} is {standing.State}; a decision comes too late for it."
            ),

            // The decision before, which this one replaces, is what says how much is released.
            DocumentKind.RetainageRelease when decided.Release is null => new Refusal(
                SharedReasons.InputUnusable,
                $"The decision about {name} does not say what is released, and it takes the place of the one that does. Pass release too."
            ),
            _ => null,
        };

    // Only what came from Procore's inbox has a flow that prepares it.
    private static string NextStep(DocumentKind type) =>
        type == DocumentKind.SubcontractorInvoice
            ? "Prepare the document again; its flow does so by itself."
            : $"Prepare it again with pint_Prepare{type}.";

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
