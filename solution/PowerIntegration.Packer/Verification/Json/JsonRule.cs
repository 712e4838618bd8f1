using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>What one place of a JSON file may hold. Whatever a rule does not allow is a fault: an unknown member is never skipped.</summary>
internal abstract class JsonRule
{
    /// <summary>What the place may hold, for a sentence.</summary>
    public abstract string Expected { get; }

    /// <summary>What is wrong with a value and everything inside it.</summary>
    public abstract IEnumerable<JsonFault> Find(JsonNode? value, string place);

    /// <summary>The fault that the value is of another kind or range.</summary>
    protected JsonFault Unexpected(JsonNode? value, string place) => new(place, $"The value is {value.Show()}. Write {Expected}.");

    /// <summary>Place of a member.</summary>
    protected static string Inside(string place, string name) => place.Length == 0 ? name : place + "/" + name;
}
