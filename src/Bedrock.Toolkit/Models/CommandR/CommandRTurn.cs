using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One turn of the history. Not thread safe while it is changed.</summary>
public sealed class CommandRTurn
{
    /// <summary>Who speaks.</summary>
    /// <value><c>USER</c> or <c>CHATBOT</c>; null only in what was read.</value>
    [JsonPropertyName("role")]
    public CommandRRole? Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="message">What is said.</param>
    /// <returns>The turn.</returns>
    public static CommandRTurn User(string message) => new() { Role = CommandRRole.User, Message = message };

    /// <summary>A turn of the model.</summary>
    /// <param name="message">What is said.</param>
    /// <returns>The turn.</returns>
    public static CommandRTurn Chatbot(string message) => new() { Role = CommandRRole.Chatbot, Message = message };

    internal CommandRTurn Clone()
    {
        var copy = (CommandRTurn)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
