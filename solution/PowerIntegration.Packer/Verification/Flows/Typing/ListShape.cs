namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>A list whose entries are alike.</summary>
/// <param name="Entry">Shape of an entry.</param>
internal sealed record ListShape(ValueShape Entry) : ValueShape
{
    public override string What => "a list";
}
