namespace PowerIntegration.Sdk.Tests.Comparison;

/// <summary>One member of a type, with its signature as text, so that two assemblies can be compared without loading either.</summary>
public sealed record MemberUse(string Assembly, string Type, string Member, string Signature)
{
    public override string ToString() => $"{Assembly}: {Type}.{Member} {Signature}";
}
