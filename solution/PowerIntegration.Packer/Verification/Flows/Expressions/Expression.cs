using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Verification.Flows.Expressions;

/// <summary>One expression of the workflow language: literals, calls and access to members. The language has no operators.</summary>
internal abstract record Expression
{
    private Expression() { }

    /// <summary>The expressions inside this one.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>A text, a number, true, false or null.</summary>
    /// <param name="Value">The value.</param>
    internal sealed record Literal(JsonNode? Value) : Expression;

    /// <summary>A call of a function.</summary>
    /// <param name="Function">Name; case does not count.</param>
    /// <param name="Arguments">Arguments from left to right.</param>
    internal sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression
    {
        public override IEnumerable<Expression> Parts => Arguments;
    }

    /// <summary>A member of an object or an entry of a list.</summary>
    /// <param name="Target">What holds it.</param>
    /// <param name="Key">Name or index.</param>
    /// <param name="IsForgiving">True where a question mark makes a missing target or member null.</param>
    internal sealed record Access(Expression Target, Expression Key, bool IsForgiving) : Expression
    {
        public override IEnumerable<Expression> Parts => [Target, Key];
    }
}
