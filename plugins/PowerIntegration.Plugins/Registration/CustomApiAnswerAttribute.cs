namespace PowerIntegration.Plugins.Registration;

/// <summary>Says that the custom API answers through another class, which declares the response properties that it writes.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class CustomApiAnswerAttribute : Attribute
{
    /// <summary>Names the class.</summary>
    public CustomApiAnswerAttribute(Type answer) => Answer = answer;

    /// <summary>The class with the attributes <see cref="CustomApiOutputAttribute"/>.</summary>
    public Type Answer { get; }
}
