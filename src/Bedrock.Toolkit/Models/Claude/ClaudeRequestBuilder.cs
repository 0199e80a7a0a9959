namespace Bedrock.Toolkit.Models;

/// <summary>Builds a <see cref="ClaudeRequest"/> turn by turn. Not thread-safe.</summary>
/// <remarks>Consecutive user turns, parallel tool results among them, become blocks of one message, since the turns of user and model alternate.</remarks>
public sealed class ClaudeRequestBuilder
{
    private readonly ClaudeRequest _request;

    /// <summary>Begins a new conversation with at most 1,024 tokens an answer.</summary>
    public ClaudeRequestBuilder() => _request = new ClaudeRequest { MaxTokens = 1024, Messages = [] };

    /// <summary>Goes on from a request, which is copied.</summary>
    /// <param name="request">The conversation so far.</param>
    public ClaudeRequestBuilder(ClaudeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request.Clone();
    }

    /// <summary>Sets the system prompt.</summary>
    /// <param name="system">A string, or text blocks.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder System(ClaudeSystem? system)
    {
        _request.System = Copies.Parts(system);
        return this;
    }

    /// <summary>Adds a turn of the user, or adds to the one before.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder User(ClaudeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        IList<ClaudeMessage> messages = _request.Messages;
        if (messages is not [.., { } last] || last.Role != ClaudeRole.User)
        {
            messages.Add(ClaudeMessage.User(Copies.Parts(content)));
            return this;
        }

        foreach (ClaudeContentBlock block in Copies.Parts(content))
        {
            last.Content.Add(block);
        }

        return this;
    }

    /// <summary>Adds to the user's turn: a text, and what goes with it, such as <c>User("What is this?", image)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Images, documents and texts behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder User(string text, params ReadOnlySpan<ClaudeContentBlock> blocks) => User(ClaudeMessage.User(text, blocks).Content);

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Assistant(ClaudeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _request.Messages.Add(ClaudeMessage.Assistant(Copies.Parts(content)));
        return this;
    }

    /// <summary>Adds the answer of an earlier call as the model's turn, in the form that the service takes back.</summary>
    /// <remarks>Blank texts are left out, a call whose input is no object goes with <c>{}</c>, and nothing is added when nothing is left.</remarks>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Assistant(ClaudeResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (ClaudeReplay.Turn(response.ToMessage()) is { } turn)
        {
            _request.Messages.Add(turn);
        }

        return this;
    }

    /// <summary>Adds the result of a tool; results given one after the other land in one message.</summary>
    /// <param name="toolUseId">The id of the call.</param>
    /// <param name="content">What the tool gave: a string, or blocks; null for nothing.</param>
    /// <param name="isError">Whether the tool failed.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder ToolResult(string toolUseId, ClaudeContent? content, bool isError = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(toolUseId);
        return User([new ClaudeToolResultBlock(Converse.ToolAliases.Id(toolUseId), content, isError ? true : null)]);
    }

    /// <summary>Adds a tool of your own.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputSchema">The JSON schema of its input: an object.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Tool(string name, string? description, JsonElement inputSchema) =>
        Tool(new ClaudeTool(name, description, inputSchema));

    /// <summary>Adds a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Tool(ClaudeToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        (_request.Tools ??= []).Add(tool.Clone());
        return this;
    }

    /// <summary>Sets whether the model must, may or must not call tools.</summary>
    /// <param name="toolChoice">The choice; null for the default.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder ToolChoice(ClaudeToolChoice? toolChoice)
    {
        _request.ToolChoice = toolChoice?.Clone();
        return this;
    }

    /// <summary>Sets the most tokens that the answer may have.</summary>
    /// <param name="maxTokens">1 to the model's own limit.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder MaxTokens(int maxTokens)
    {
        _request.MaxTokens = maxTokens;
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 1; null for the default.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Temperature(double? temperature)
    {
        _request.Temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder TopP(double? topP)
    {
        _request.TopP = topP;
        return this;
    }

    /// <summary>Sets from how many of the likeliest words the model chooses.</summary>
    /// <param name="topK">0 to 500; null for the default.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder TopK(int? topK)
    {
        _request.TopK = topK;
        return this;
    }

    /// <summary>Adds texts at which the model stops.</summary>
    /// <param name="stopSequences">The texts.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder StopSequences(params IEnumerable<string> stopSequences)
    {
        _request.StopSequences = [.. _request.StopSequences ?? [], .. stopSequences];
        return this;
    }

    /// <summary>Switches beta features on.</summary>
    /// <param name="betas">Their names.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Beta(params IEnumerable<string> betas)
    {
        _request.AnthropicBeta = [.. _request.AnthropicBeta ?? [], .. betas];
        return this;
    }

    /// <summary>Sets whether and how the model reasons before it answers.</summary>
    /// <param name="thinking">The setting; null for the model's default.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Thinking(ClaudeThinking? thinking)
    {
        _request.Thinking = thinking?.Clone();
        return this;
    }

    /// <summary>Sets how much work goes into the answer.</summary>
    /// <param name="effort">The effort; null for the model's default.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder Effort(ClaudeEffort? effort)
    {
        (_request.OutputConfig ??= new ClaudeOutputConfig()).Effort = effort;
        return this;
    }

    /// <summary>Asks for an answer in JSON that follows a schema.</summary>
    /// <param name="schema">The JSON schema.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder OutputSchema(JsonElement schema)
    {
        (_request.OutputConfig ??= new ClaudeOutputConfig()).Format = ClaudeOutputFormat.JsonSchema(schema);
        return this;
    }

    /// <summary>Adds a way to shorten a long conversation; needs a beta.</summary>
    /// <param name="edit">The edit.</param>
    /// <returns>This builder.</returns>
    public ClaudeRequestBuilder ContextEdit(ClaudeContextEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        (_request.ContextManagement ??= new ClaudeContextManagement()).Edits.Add(edit.Clone());
        return this;
    }

    /// <summary>The request as it is now.</summary>
    /// <returns>A copy: the builder can go on.</returns>
    public ClaudeRequest Build() => _request.Clone();
}
