using System.ComponentModel;
using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>Models of Bedrock as chat clients of Microsoft.Extensions.AI. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockChatClientExtensions
{
    /// <summary>The property of an answer that holds its warnings.</summary>
    public const string WarningsProperty = "Warnings";

    /// <summary>A model as an <see cref="IChatClient"/>, over Converse and ConverseStream.</summary>
    /// <remarks>
    /// Everything of <see cref="ChatOptions"/>, <see cref="ChatMessage"/> and <see cref="AIContent"/> is sent, reported by
    /// <see cref="GetWarnings(ChatResponse)"/>,
    /// or an error; <c>docs/extensions-ai.md</c> says which. Errors are those of the client: <see cref="BedrockException"/> and its subclasses.
    /// </remarks>
    /// <param name="client">The client; it stays the caller's and is not disposed by the chat client.</param>
    /// <param name="defaultModel">The model when <c>ChatOptions.ModelId</c> names none: an id, a profile, or any ARN that Bedrock takes; null when
    /// each call names one.</param>
    /// <param name="options">Settings.</param>
    /// <returns>The chat client.</returns>
    public static IChatClient AsIChatClient(this IBedrockClient client, ModelId? defaultModel = null, BedrockChatClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new BedrockChatClient(client, defaultModel, options ?? new BedrockChatClientOptions());
    }

    /// <summary>What of the request had no place, or was sent in another way: one sentence each, that names the member.</summary>
    /// <param name="response">An answer, also one from a cache.</param>
    /// <returns>The warnings; empty when there are none.</returns>
    public static IReadOnlyList<string> GetWarnings(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);

        // ToChatResponse puts the properties of updates into the message.
        return [.. response.Messages.Select(message => message.AdditionalProperties).Prepend(response.AdditionalProperties).SelectMany(ChatWarnings.Of)
            .Distinct()];
    }

    /// <summary>What of the request had no place, or was sent in another way: on the first update of a stream.</summary>
    /// <param name="update">A piece of an answer.</param>
    /// <returns>The warnings; empty when there are none.</returns>
    public static IReadOnlyList<string> GetWarnings(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return ChatWarnings.Of(update.AdditionalProperties);
    }
}
