namespace PowerIntegration.Local.Expressions;

/// <summary>Kinds of words in an expression.</summary>
internal enum TokenKind
{
    Literal,
    Name,
    Symbol,
    End,
}
