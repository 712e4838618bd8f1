namespace PowerIntegration.Local.Flows.Definition;

/// <summary>What an action does to a variable.</summary>
public enum VariableChange
{
    /// <summary>Replaces the value.</summary>
    Set,

    /// <summary>Adds to a number; without a value, 1.</summary>
    Increment,

    /// <summary>Subtracts from a number; without a value, 1.</summary>
    Decrement,

    /// <summary>Adds an element to a list.</summary>
    AppendToList,

    /// <summary>Adds to a text.</summary>
    AppendToText,
}
