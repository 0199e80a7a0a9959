using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Who speaks. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ConversationRole>))]
public readonly record struct ConversationRole(string Value) : IOpenValue<ConversationRole>
{
    /// <summary>The user.</summary>
    public static ConversationRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static ConversationRole Assistant { get; } = new("assistant");

    /// <summary>An instruction in the middle of the conversation, for the models that take it; unconfirmed which.</summary>
    public static ConversationRole System { get; } = new("system");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ConversationRole(string value) => new(value);

    /// <inheritdoc/>
    public static ConversationRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
