namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Types of variables.</summary>
public enum VariableType
{
    /// <summary>Text; null becomes an empty text.</summary>
    Text,

    /// <summary>A whole number; null becomes 0.</summary>
    WholeNumber,

    /// <summary>Any number; null becomes 0.</summary>
    FloatNumber,

    /// <summary>True or false; null becomes false.</summary>
    TrueOrFalse,

    /// <summary>A list; null becomes an empty list.</summary>
    List,

    /// <summary>An object; null becomes an empty object.</summary>
    Record,
}
