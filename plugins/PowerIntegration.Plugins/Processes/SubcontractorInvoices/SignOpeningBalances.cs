using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Signs the opening balances of a running contract in the caller's name, unless the caller entered them. The caller passes the text that was read
/// and checked; where the contract has another one meanwhile, nothing is signed. The application that waited for the signature comes again.
/// </summary>
[CustomApi(
    Message,
    "prvWritepint_Commitment",
    "Signs the opening balances of a running contract in the name of the caller, who passes the text that was checked."
)]
[CustomApiInput("CommitmentId", CustomApiFieldType.Guid, "Row id of the contract.")]
[CustomApiInput(
    "OpeningBalances",
    CustomApiFieldType.String,
    "The text as the signer read it; where the contract has another one, nothing is signed."
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Signed or Refused.")]
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
        var asRead = call.Input<string>("OpeningBalances");
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

        var contract = Contract(service, commitmentId);
        var number = contract.RequiredText(CommitmentTable.Number);
        var reader = new FieldReader();
        var balances = JsonText.Read("Opening balances", asRead, reader, BalancesText.Read);
        var enteredBy = contract.Text(CommitmentTable.OpeningEnteredBy);
        var unsignable = OpeningSignature.Unsignable(number, contract.Text(CommitmentTable.OpeningBalances), asRead, balances, reader.Problems);
        if ((unsignable ?? OpeningSignature.SecondPerson(number, enteredBy, call.IsCaller(enteredBy))) is { } refusal)
        {
            Answer(call, "Refused", refusal);
            return;
        }

        var caller = call.Caller();
        service.Update(
            new Entity(CommitmentTable.LogicalName, commitmentId)
            {
                [CommitmentTable.OpeningSignedBy] = caller,
                [CommitmentTable.OpeningSignedOn] = call.Context.OperationCreatedOn,
                [CommitmentTable.OpeningHash] = OpeningSignature.HashOf(commitmentId, asRead),
            }
        );
        ReleasedWork.Answer(call, Release(service, commitmentId));
        call.Output("State", "Signed");
        call.Output("ReasonCode", "");
        call.Output("Message", $"The opening balances of contract {number} are signed by {caller}. Any change of them voids the signature.");
    }

    private static RowView Contract(IOrganizationService service, Guid commitmentId)
    {
        var query = Rows.Of(CommitmentTable.LogicalName, [CommitmentTable.Number, CommitmentTable.OpeningBalances, CommitmentTable.OpeningEnteredBy]);
        query.Criteria.AddCondition(CommitmentTable.Id, ConditionOperator.Equal, commitmentId);
        return new RowView(Rows.All(service, query)[0]);
    }

    // The lowest application is enough: the others wait for it anyway.
    private static IReadOnlyList<Entity> Release(IOrganizationService service, Guid commitmentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.ApplicationNumber, .. ReleasedWork.Columns]);
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Held);
        query.Criteria.AddCondition(DocumentTable.ReasonCode, ConditionOperator.Equal, BillingReasons.OpeningNotSigned.Wire);
        query.AddOrder(DocumentTable.ApplicationNumber, OrderType.Ascending);
        var waiting = Rows.All(service, query);
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
