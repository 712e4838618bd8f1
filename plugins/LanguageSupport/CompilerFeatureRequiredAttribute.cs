namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler mark types with <c>required</c> members for .NET Framework 4.6.2.</summary>
/// <param name="featureName">The compiler feature a caller must know.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    /// <summary>The compiler feature a caller must know.</summary>
    public string FeatureName { get; } = featureName;
}
