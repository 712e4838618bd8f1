using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Platform;

/// <summary>An operation of a connector of Microsoft.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Answer">Body of its answer.</param>
internal sealed record PlatformOperation(string Id, IReadOnlyList<PlatformParameter> Parameters, MembersShape Answer);
