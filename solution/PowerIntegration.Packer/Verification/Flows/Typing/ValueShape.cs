namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>What is known of a value before a run.</summary>
internal abstract record ValueShape
{
    private protected ValueShape() { }

    /// <summary>Nothing is known; every use is allowed.</summary>
    public static ValueShape Unknown { get; } = new UnknownShape();

    /// <summary>A text.</summary>
    public static ValueShape Text { get; } = new ScalarShape(ScalarKind.Text);

    /// <summary>A whole number.</summary>
    public static ValueShape Whole { get; } = new ScalarShape(ScalarKind.Whole);

    /// <summary>A number.</summary>
    public static ValueShape Number { get; } = new ScalarShape(ScalarKind.Number);

    /// <summary>True or false.</summary>
    public static ValueShape Flag { get; } = new ScalarShape(ScalarKind.Flag);

    /// <summary>What it is, in words for a finding.</summary>
    public abstract string What { get; }

    private sealed record UnknownShape : ValueShape
    {
        public override string What => "a value";
    }
}
