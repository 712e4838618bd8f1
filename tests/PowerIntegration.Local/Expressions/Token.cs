using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>One word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written.</param>
/// <param name="Value">The value of a literal.</param>
/// <param name="End">Position after the word.</param>
internal readonly record struct Token(TokenKind Kind, string Text, JsonNode? Value, int End);
