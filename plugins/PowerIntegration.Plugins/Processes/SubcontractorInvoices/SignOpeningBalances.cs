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
/// Signs the opening balances of a commitment as the caller, unless the caller entered them. Called without a hash it returns the hash and totals
/// and signs nothing; the caller compares them and passes that hash. If the balances changed meanwhile, nothing is signed. The application that
/// waited for the signature is read again.
/// </summary>
[CustomApi(
    Message,
    Gates.SignOpeningBalances,
    "Signs the opening balances of a commitment as the caller, who passes the hash of the balances that were checked."
)]
[CustomApiInput("CommitmentId", CustomApiFieldType.Guid, "Row ID of the commitment.")]
[CustomApiInput(
    "OpeningHash",
    CustomApiFieldType.String,
    "Hash of the balances that were checked. If they changed since, nothing is signed. Leave empty to get the hash and the totals only.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Signed, Shown or Refused.")]
[CustomApiOutput("OpeningHash", CustomApiFieldType.String, "Hash of the current opening balances.")]
[CustomApiOutput("Gross", CustomApiFieldType.Decimal, "Gross to date of all lines.")]
[CustomApiOutput("Retainage", CustomApiFieldType.Decimal, "Retainage held on all lines.")]
[CustomApiOutput("LineCount", CustomApiFieldType.Integer, "Number of lines.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason they cannot be signed; empty if they can.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
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
                new Refusal(SharedReasons.InputUnusable, $"Commitment {commitmentId} does not exist. Choose an existing commitment.")
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
            call.Output("Message", Shown(number, entry!));
            return;
        }

        var caller = call.Person();
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
        call.Output("Message", $"The opening balances of commitment {number} were signed by {caller}. Any change removes the signature.");
    }

    private static string Shown(string number, OpeningEntry entry) =>
        $"The opening balances of commitment {number} tie out: {Sentence.Count(entry.Ledger.Lines.Count, "line")} with "
        + $"{Sentence.Amount(entry.Gross)} {entry.Ledger.Currency} gross and {Sentence.Amount(entry.Retainage)} {entry.Ledger.Currency} retainage, "
        + "as in the last application, in Oracle and in the retainage account. Compare them with the last application, then sign them.";

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
