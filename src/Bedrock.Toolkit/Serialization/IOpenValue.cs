namespace Bedrock.Toolkit.Serialization;

/// <summary>A string value from a set that the service may extend: named statics for what is known, any other string for what is not.</summary>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
public interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    /// <summary>The text on the wire.</summary>
    /// <value>Compared ordinally; null only in the <c>default</c> value, which requests refuse.</value>
    string Value { get; }

    /// <summary>Makes the value for a text from the wire.</summary>
    /// <param name="value">The text, known or not.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string value);
}
