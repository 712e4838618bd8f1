using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Signs the opening balances of a running contract in the caller's name, unless the caller entered them. Called without a hash it
/// answers the hash of the balances and what they make, and signs nothing; the caller compares and passes that hash. Where the rows hash otherwise
/// meanwhile, nothing is signed. The application that waited for the signature comes again.
/// </summary>
[CustomApi(
    Message,
    "prvWritepint_Commitment",
    "Signs the opening balances of a running contract in the name of the caller, who passes the hash of what was checked."
)]
[CustomApiInput("CommitmentId", CustomApiFieldType.Guid, "Row id of the contract.")]
[CustomApiInput(
    "OpeningHash",
    CustomApiFieldType.String,
    "The hash of what the signer compared; where the rows hash otherwise, nothing is signed. Empty: only answer the hash and the totals.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Signed, Shown or Refused.")]
[CustomApiOutput("OpeningHash", CustomApiFieldType.String, "Hash of the opening balances as they are.")]
[CustomApiOutput("Gross", CustomApiFieldType.Decimal, "Gross to date of all lines.")]
[CustomApiOutput("Retainage", CustomApiFieldType.Decimal, "Retainage held on all lines.")]
[CustomApiOutput("LineCount", CustomApiFieldType.Integer, "How many lines they have.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Why the document may not go on; empty where it may.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "The same as a sentence, with the next step.")]
[CustomApiAnswer(typeof(ReleasedWork))]
public sealed class SignOpeningBalances : PluginShell
{
    /// <summary>Name of the custom API.</summary>
    internal const string Message = "pint_SignOpeningBalances";

    private protected override void Run(PluginCall call)
    {
        var commitmentId = call.Input<Guid>("CommitmentId");
        var asShown = call.OptionalText("OpeningHash");
        var service = call.SystemService();
        if (!ScopeLock.TakeCommitment(service, commitmentId))
        {
            Answer(
                call,
                "Refused",
                new Refusal(SharedReasons.InputUnusable, $"CommitmentId is {commitmentId}, which no contract has. Pass the row id of the contract.")
            );
            return;
        }

        var commitment = Commitment(service, commitmentId);
        var number = commitment.RequiredText(CommitmentTable.Number);
        var entry = OpeningReader.Read(service, commitmentId, commitment);
        var hash = entry?.HashFor(commitmentId) ?? "";
        call.Output("OpeningHash", hash);
        call.Output("Gross", entry?.Gross ?? 0m);
        call.Output("Retainage", entry?.Retainage ?? 0m);
        call.Output("LineCount", entry?.Ledger.Lines.Count ?? 0);
        if (OpeningSignature.Unsignable(number, entry) is { } unsignable)
        {
            Answer(call, "Refused", unsignable);
            return;
        }

        if (string.IsNullOrEmpty(asShown))
        {
            call.Output("State", "Shown");
            call.Output("ReasonCode", "");
            call.Output(
                "Message",
                $"The opening balances of contract {number} tie. Compare them, then call again with this OpeningHash to sign them."
            );
            return;
        }

        var caller = call.Caller();
        var enteredBy = Person.ReadAll(commitment.Text(CommitmentTable.OpeningEnteredById), commitment.Text(CommitmentTable.OpeningEnteredBy));
        if ((OpeningSignature.ChangedMeanwhile(number, hash, asShown!) ?? OpeningSignature.SecondPerson(number, enteredBy, caller)) is { } refusal)
        {
            Answer(call, "Refused", refusal);
            return;
        }

        service.Update(
            new Entity(CommitmentTable.LogicalName, commitmentId)
            {
                [CommitmentTable.OpeningSignedBy] = caller.Name,
                [CommitmentTable.OpeningSignedById] = caller.Id.ToString("D"),
                [CommitmentTable.OpeningSignedOn] = call.Context.OperationCreatedOn,
                [CommitmentTable.OpeningHash] = hash,
            }
        );
        ReleasedWork.Answer(call, Release(service, commitmentId));
        call.Output("State", "Signed");
        call.Output("ReasonCode", "");
        call.Output("Message", $"The opening balances of contract {number} are signed by {caller}. Any change of them voids the signature.");
    }

    private static RowView Commitment(IOrganizationService service, Guid commitmentId)
    {
        var query = Rows.Of(
            CommitmentTable.LogicalName,
            [
                CommitmentTable.Number,
                CommitmentTable.Currency,
                CommitmentTable.OpeningEnteredBy,
                CommitmentTable.OpeningEnteredById,
                .. OpeningBalanceRows.HeaderColumns,
            ]
        );
        query.Criteria.AddCondition(CommitmentTable.Id, ConditionOperator.Equal, commitmentId);
        return new RowView(Rows.All(service, query)[0]);
    }

    // The lowest application is enough: the others wait for it anyway.
    private static IReadOnlyList<Entity> Release(IOrganizationService service, Guid commitmentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, DocumentRows.Columns.Concat(ReleasedWork.Columns).Distinct());
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Held);
        query.Criteria.AddCondition(DocumentTable.ReasonCode, ConditionOperator.Equal, BillingReasons.OpeningNotSigned.Wire);
        query.AddOrder(DocumentTable.ApplicationNumber, OrderType.Ascending);
        var rows = Rows.All(service, query);
        var newest = SequenceCheck.NewestRevisions(rows.Select(row => DocumentRows.Read(row))).Select(document => document.Id).ToList();
        var waiting = rows.Where(row => newest.Contains(row.Id)).ToList();
        if (waiting.Count > 0)
        {
            InboxRelease.Of(service, waiting[0].Id);
        }

        return waiting;
    }

    private static void Answer(PluginCall call, string state, Refusal refusal)
    {
        call.Output("State", state);
        call.Output("ReasonCode", refusal.WireCode);
        call.Output("Message", refusal.Sentence);
    }
}
