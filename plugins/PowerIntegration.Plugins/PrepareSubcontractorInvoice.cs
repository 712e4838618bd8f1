using PowerIntegration.Plugins.Registration;

namespace PowerIntegration.Plugins;

/// <summary>Computes what Oracle gets for one subcontractor invoice and freezes it.</summary>
[CustomApi("pint_PrepareSubcontractorInvoice")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String)]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal)]
[CustomApiOutput("Currency", CustomApiFieldType.String)]
[CustomApiOutput("PayloadHash", CustomApiFieldType.String)]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid)]
public sealed class PrepareSubcontractorInvoice
{
}
