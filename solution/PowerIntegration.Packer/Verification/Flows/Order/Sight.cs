namespace PowerIntegration.Packer.Verification.Flows.Order;

/// <summary>What an action can know of another one when it begins.</summary>
/// <param name="Hidden">Why it must not read the other one; null where it may.</param>
/// <param name="MayBeSkipped">True where the other one may not have run at all.</param>
/// <param name="MayHaveFailed">True where the other one may have failed, so that its body may be an error.</param>
internal sealed record Sight(string? Hidden, bool MayBeSkipped, bool MayHaveFailed)
{
    /// <summary>The other one cannot be read.</summary>
    public static Sight None(string reason) => new(reason, true, true);
}
