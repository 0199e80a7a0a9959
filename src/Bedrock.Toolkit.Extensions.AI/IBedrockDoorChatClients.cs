using Bedrock.Toolkit.Doors;

namespace Microsoft.Extensions.AI;

/// <summary>Makes chat clients for models that do not answer Converse; registered by a package that has a client of their shape. Thread-safe.</summary>
public interface IBedrockDoorChatClients
{
    /// <summary>Makes one.</summary>
    /// <param name="door">The door of the model.</param>
    /// <param name="options">The options of the chat client.</param>
    /// <param name="bedrockKey">The key of the client's options (<c>AddKeyedBedrock</c>); those without a key when null.</param>
    /// <returns>The chat client; null for a shape that it has no client of.</returns>
    IChatClient? Create(BedrockDoor door, BedrockChatClientOptions options, object? bedrockKey);
}
