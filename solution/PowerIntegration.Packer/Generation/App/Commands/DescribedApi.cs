namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>A custom API as a command calls it.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Privilege">Privilege that a caller must hold, such as prvCreatepint_DecisionGate.</param>
/// <param name="Inputs">Request parameters by their names.</param>
/// <param name="Outputs">Names of the response properties.</param>
internal sealed record DescribedApi(string Name, string Privilege, IReadOnlyDictionary<string, ApiInput> Inputs, IReadOnlyList<string> Outputs);

/// <summary>A request parameter of a custom API.</summary>
/// <param name="EdmType">Its type as the Web API names it, such as Edm.Guid.</param>
/// <param name="IsOptional">True where a call may leave it out.</param>
internal sealed record ApiInput(string EdmType, bool IsOptional);
