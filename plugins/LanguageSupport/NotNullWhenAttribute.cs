namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says that an out parameter is not null when the method returns a given value, for .NET Framework 4.6.2.</summary>
/// <param name="returnValue">The return value for which the parameter is not null.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>The return value for which the parameter is not null.</summary>
    public bool ReturnValue { get; } = returnValue;
}
