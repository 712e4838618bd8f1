using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>A constant of a generated class.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Literal">Its value, as C# writes it.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Origin">What it stands for.</param>
internal sealed record Constant(string Type, string Name, string Literal, string Summary, SourceElement Origin)
{
    /// <summary>A text.</summary>
    public static Constant Text(string name, string value, string summary, SourceElement origin) =>
        new("string", name, $"\"{value}\"", summary, origin);

    /// <summary>A whole number.</summary>
    public static Constant Number(string name, int value, string summary, SourceElement origin) =>
        new("int", name, value.ToString(CultureInfo.InvariantCulture), summary, origin);
}
