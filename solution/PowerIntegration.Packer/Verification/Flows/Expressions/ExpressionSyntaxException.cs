namespace PowerIntegration.Packer.Verification.Flows.Expressions;

/// <summary>A text does not follow the grammar of expressions; caught where the text is read and turned into a finding.</summary>
internal sealed class ExpressionSyntaxException(string message) : Exception(message);
