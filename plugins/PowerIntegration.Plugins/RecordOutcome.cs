using PowerIntegration.Plugins.Registration;

namespace PowerIntegration.Plugins;

/// <summary>Records what Oracle did with a document: confirms it line by line, makes it the contract's base and releases the next one.</summary>
[CustomApi("pint_RecordOutcome")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiInput("Outcome", CustomApiFieldType.String)]
[CustomApiInput("PayloadHash", CustomApiFieldType.String)]
[CustomApiInput("ReadBack", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("ReasonCode", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("Message", CustomApiFieldType.String, IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("ReleasedDocumentId", CustomApiFieldType.Guid)]
public sealed class RecordOutcome
{
}
