namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>Outputs of a trigger or an action, which have a body.</summary>
/// <param name="Members">The outputs.</param>
internal sealed record OutputsShape(MembersShape Members) : ValueShape
{
    public override string What => Members.What;

    /// <summary>Outputs with a body and the headers of an answer.</summary>
    public static OutputsShape Of(string what, ValueShape body) =>
        new(new MembersShape(what, ("body", body), ("headers", Unknown), ("statusCode", Whole)));
}
