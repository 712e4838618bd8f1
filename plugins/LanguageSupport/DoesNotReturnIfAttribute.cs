namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the compiler that a method does not return where the argument has the given value.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class DoesNotReturnIfAttribute(bool parameterValue) : Attribute
{
    /// <summary>The value with which the method does not return.</summary>
    public bool ParameterValue { get; } = parameterValue;
}
