namespace Bedrock.Toolkit.Models;

/// <summary>Builds a <see cref="ChatCompletionRequest"/> turn by turn. Not thread-safe.</summary>
public sealed class ChatCompletionRequestBuilder
{
    private readonly ChatCompletionRequest _request;
    private readonly bool _alternates;

    /// <summary>Begins a new conversation with at most 1,024 tokens an answer.</summary>
    public ChatCompletionRequestBuilder() => _request = new ChatCompletionRequest { Messages = [], MaxTokens = 1024 };

    /// <summary>Goes on from a request, which is copied.</summary>
    /// <param name="request">The conversation so far.</param>
    public ChatCompletionRequestBuilder(ChatCompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request.Clone();
    }

    /// <summary>Goes on from a request whose turns of user and model alternate, none of them without content: <see cref="MistralChatModels"/>.</summary>
    internal ChatCompletionRequestBuilder(ChatCompletionRequest request, bool alternates)
        : this(request) => _alternates = alternates;

    /// <summary>Sets the instructions: the first message, in the place of an earlier one of this role.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder System(ChatCompletionContent content) => First(ChatCompletionRole.System, content);

    /// <summary>Sets the instructions under the name that gpt-oss has for them: the first message, in the place of an earlier one of this role.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Developer(ChatCompletionContent content) => First(ChatCompletionRole.Developer, content);

    /// <summary>Adds a turn of the user.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder User(ChatCompletionContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!_alternates || _request.Messages is not [.., { Content: { } before } last] || last.Role != ChatCompletionRole.User)
        {
            return Message(ChatCompletionMessage.User(content));
        }

        last.Content = before.StringForm is { } earlier && content.StringForm is { } text ? $"{earlier}\n\n{text}" : [.. before, .. Copies.Parts(content)];
        return this;
    }

    /// <summary>Adds to the user's turn: a text, and what goes with it, such as <c>User("What is this?", image)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">Images, documents and texts behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder User(string text, params ReadOnlySpan<ChatCompletionContentPart> parts) =>
        User(ChatCompletionMessage.User(text, parts).Content!);

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Assistant(ChatCompletionContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Message(ChatCompletionMessage.Assistant(content));
    }

    /// <summary>Adds the first answer of an earlier call as the model's turn, in the form that the service takes back.</summary>
    /// <remarks>Blank texts are left out, a call whose arguments are no object goes with <c>{}</c>, and nothing is added when nothing is left.</remarks>
    /// <param name="response">The answer.</param>
    /// <param name="keepReasoning">Whether reasoning that has a member of its own is sent back; false by default.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The response has no message.</exception>
    public ChatCompletionRequestBuilder Assistant(ChatCompletionResponse response, bool keepReasoning = false)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (ChatCompletionReplay.Turn(response.ToMessage(keepReasoning)) is { } turn)
        {
            turn.Content ??= _alternates ? string.Empty : null;
            _request.Messages.Add(turn);
        }

        return this;
    }

    /// <summary>Adds the result of a tool: one for each call of the turn before.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave: a string, or parts.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder ToolResult(string toolCallId, ChatCompletionContent content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(toolCallId);
        ArgumentNullException.ThrowIfNull(content);
        return Message(ChatCompletionMessage.Tool(Converse.ToolAliases.Id(toolCallId), content));
    }

    /// <summary>Adds a turn of any role.</summary>
    /// <param name="message">The message.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Message(ChatCompletionMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _request.Messages.Add(message.Clone());
        return this;
    }

    /// <summary>Adds a function as a tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments: an object.</param>
    /// <param name="strict">Whether the arguments always follow the schema; null for the default.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public ChatCompletionRequestBuilder Tool(string name, string? description, JsonElement parameters, bool? strict = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Tool(ChatCompletionTool.ForFunction(name, description, parameters, strict));
    }

    /// <summary>Adds a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Tool(ChatCompletionTool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        (_request.Tools ??= []).Add(tool.Clone());
        return this;
    }

    /// <summary>Sets whether the model must, may or must not ask for tools.</summary>
    /// <param name="toolChoice">The choice; null for the default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder ToolChoice(ChatCompletionToolChoice? toolChoice)
    {
        _request.ToolChoice = toolChoice?.Clone();
        return this;
    }

    /// <summary>Sets whether the model may ask for several tools at once.</summary>
    /// <param name="parallelToolCalls">Null for the default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder ParallelToolCalls(bool? parallelToolCalls)
    {
        _request.ParallelToolCalls = parallelToolCalls;
        return this;
    }

    /// <summary>Sets the most tokens that the answer may have, as <c>max_tokens</c>.</summary>
    /// <param name="maxTokens">1 to the model's own limit; null for the model's default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder MaxTokens(int? maxTokens)
    {
        (_request.MaxTokens, _request.MaxCompletionTokens) = (maxTokens, null);
        return this;
    }

    /// <summary>Sets the most tokens that the answer may have, as <c>max_completion_tokens</c>.</summary>
    /// <param name="maxCompletionTokens">1 to the model's own limit; null for the model's default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder MaxCompletionTokens(int? maxCompletionTokens)
    {
        (_request.MaxTokens, _request.MaxCompletionTokens) = (null, maxCompletionTokens);
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 2; null for the default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Temperature(double? temperature)
    {
        _request.Temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder TopP(double? topP)
    {
        _request.TopP = topP;
        return this;
    }

    /// <summary>Sets a number by which the model chooses its words repeatably.</summary>
    /// <param name="seed">Any whole number; null for none.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Seed(long? seed)
    {
        _request.Seed = seed;
        return this;
    }

    /// <summary>Adds texts at which the model stops.</summary>
    /// <param name="stop">The texts.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder Stop(params IEnumerable<string> stop)
    {
        _request.Stop = [.. _request.Stop ?? [], .. stop];
        return this;
    }

    /// <summary>Sets how much the model reasons, as <c>reasoning_effort</c>; Kimi K3 and GPT-5 and later take <c>reasoning</c> instead.</summary>
    /// <param name="effort">The effort; null for the model's default.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder ReasoningEffort(ChatCompletionReasoningEffort? effort)
    {
        _request.ReasoningEffort = effort;
        return this;
    }

    /// <summary>Sets the form that the answer must have.</summary>
    /// <param name="format">The form; null for any text.</param>
    /// <returns>This builder.</returns>
    public ChatCompletionRequestBuilder ResponseFormat(ChatCompletionResponseFormat? format)
    {
        _request.ResponseFormat = format?.Clone();
        return this;
    }

    /// <summary>The request as it is now.</summary>
    /// <returns>A copy: the builder can go on.</returns>
    public ChatCompletionRequest Build() => _request.Clone();

    private ChatCompletionRequestBuilder First(ChatCompletionRole role, ChatCompletionContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (_request.Messages is [{ } first, ..] && first.Role == role)
        {
            _request.Messages.RemoveAt(0);
        }

        _request.Messages.Insert(0, new ChatCompletionMessage { Role = role, Content = Copies.Parts(content) });
        return this;
    }
}
