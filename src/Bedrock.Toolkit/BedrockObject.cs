namespace Bedrock.Toolkit;

/// <summary>The base of every object that goes over the wire: requests, messages, blocks, responses. None is thread-safe while it is changed.</summary>
/// <remarks><see cref="BedrockObjectExtensions.Clone"/> copies any of them.</remarks>
public abstract class BedrockObject
{
    /// <summary>Members that this version does not know: sent as they are, and kept when read.</summary>
    /// <value>Null when there are none. An unknown variant of a union is written as its raw JSON, without what is set here.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A short line for logs and consoles: sizes and reasons, and which member to look at. Never what was asked or answered.</summary>
    /// <returns>Such as <c>ClaudeResponse: 3 blocks, end_turn, 15 tokens; see Text</c>.</returns>
    public override string ToString() => Summarise().ToText(GetType().Name, CountTokens());

    internal BedrockObject Copy()
    {
        var copy = (BedrockObject)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>What <see cref="ToString"/> says beside the name of the type.</summary>
    private protected virtual ObjectSummary Summarise() => default;

    /// <summary>The tokens that <see cref="ToString"/> tells; null when nobody counted.</summary>
    private protected virtual int? CountTokens() => null;

    /// <summary>Called on a fresh copy: replaces what it still shares with its original. Generated for every type of the library.</summary>
    private protected virtual void Detach()
    {
    }
}

/// <summary>What every object that goes over the wire can do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockObjectExtensions
{
    /// <summary>A copy that can be changed without changing the original, with everything below it.</summary>
    /// <remarks>
    /// Bytes, images and JSON documents, which nobody changes in place, are shared; lists and dictionaries become new ones. Works with native AOT.
    /// A response type of your own is copied with what the library's base types hold; what it adds is shared.
    /// </remarks>
    /// <typeparam name="T">The type; the copy has the original's own type, whatever it is called through.</typeparam>
    /// <param name="value">The original.</param>
    /// <returns>The copy.</returns>
    public static T Clone<T>(this T value)
        where T : BedrockObject
    {
        ArgumentNullException.ThrowIfNull(value);
        return (T)value.Copy();
    }
}
