using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>A parsed expression.</summary>
public abstract record Expression
{
    private Expression() { }

    /// <summary>A constant.</summary>
    public sealed record Literal(JsonNode? Value) : Expression;

    /// <summary>A function call; the name's case does not matter.</summary>
    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression;

    /// <summary>A property or index; <paramref name="IsSafe"/> is the question mark that forgives what is missing.</summary>
    public sealed record Access(Expression Target, Expression Key, bool IsSafe) : Expression;
}
