using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Builds a <see cref="MistralChatRequest"/> turn by turn. Not thread-safe.</summary>
/// <remarks>Consecutive turns of the user become one message, since the turns of user and model alternate: texts with an empty line between them.</remarks>
public sealed class MistralChatRequestBuilder
{
    private const string JoinedTurns = "\n\n";

    private readonly MistralChatRequest _request;

    /// <summary>Begins a new conversation.</summary>
    public MistralChatRequestBuilder() => _request = new MistralChatRequest { Messages = [] };

    /// <summary>Goes on from a request, which is copied.</summary>
    /// <param name="request">The conversation so far.</param>
    public MistralChatRequestBuilder(MistralChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request.Clone();
    }

    /// <summary>Sets the system text, which stands in front of all turns.</summary>
    /// <param name="text">Instructions for the whole conversation; null for none.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder System(string? text)
    {
        IList<MistralChatMessage> messages = _request.Messages;
        if (messages is [{ } first, ..] && first.Role == MistralChatRole.System)
        {
            messages.RemoveAt(0);
        }

        if (text is not null)
        {
            messages.Insert(0, MistralChatMessage.System(text));
        }

        return this;
    }

    /// <summary>Adds a turn of the user, or adds to the one before.</summary>
    /// <param name="content">A string, for Pixtral also parts.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder User(MistralChatContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        IList<MistralChatMessage> messages = _request.Messages;
        if (messages is not [.., { Content: { } before } last] || last.Role != MistralChatRole.User)
        {
            messages.Add(MistralChatMessage.User(Copies.Parts(content)));
        }
        else if (before.StringForm is { } earlier && content.StringForm is { } text)
        {
            last.Content = earlier + JoinedTurns + text;
        }
        else
        {
            last.Content = [.. before, .. Copies.Parts(content)];
        }

        return this;
    }

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What it said.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder Assistant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _request.Messages.Add(MistralChatMessage.Assistant(text));
        return this;
    }

    /// <summary>Adds the answer of an earlier call as the model's turn, its calls of tools included.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The response has no message.</exception>
    public MistralChatRequestBuilder Assistant(MistralChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        _request.Messages.Add(response.ToMessage());
        return this;
    }

    /// <summary>Adds the result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave, such as JSON.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder ToolResult(string toolCallId, string content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(toolCallId);
        ArgumentNullException.ThrowIfNull(content);
        _request.Messages.Add(MistralChatMessage.Tool(toolCallId, content));
        return this;
    }

    /// <summary>Adds a function that the model may call.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments: an object.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder Tool(string name, string? description, JsonElement parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (_request.Tools ??= []).Add(MistralChatTool.Create(name, description, parameters));
        return this;
    }

    /// <summary>Sets whether the model must, may or must not call tools.</summary>
    /// <param name="toolChoice">The choice; null for the default.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder ToolChoice(MistralChatToolChoice? toolChoice)
    {
        _request.ToolChoice = toolChoice;
        return this;
    }

    /// <summary>Limits the length of the answer.</summary>
    /// <param name="maxTokens">In tokens: 1 to 8,192; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder MaxTokens(int? maxTokens)
    {
        _request.MaxTokens = maxTokens;
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder Temperature(double? temperature)
    {
        _request.Temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralChatRequestBuilder TopP(double? topP)
    {
        _request.TopP = topP;
        return this;
    }

    /// <summary>Makes the request; the builder can go on and build the next one.</summary>
    /// <returns>A new request.</returns>
    public MistralChatRequest Build() => _request.Clone();
}
