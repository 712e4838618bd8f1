using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>What a variable can hold, by its declared type.</summary>
internal static class VariableType
{
    /// <summary>Shape of the value of a variable; unknown for an object, and where the variable is not declared.</summary>
    /// <param name="variable">The declaration.</param>
    public static ValueShape Of(JsonNode? variable) =>
        variable.Member("type").Text() switch
        {
            "string" => ValueShape.Text,
            "integer" => ValueShape.Whole,
            "float" => ValueShape.Number,
            "boolean" => ValueShape.Flag,
            "array" => new ListShape(ValueShape.Unknown),
            _ => ValueShape.Unknown,
        };
}
