namespace Bedrock.Toolkit.Models;

/// <summary>Builds a <see cref="NovaRequest"/> turn by turn. Not thread-safe.</summary>
/// <remarks>Consecutive user turns, parallel tool results among them, become blocks of one message, since the turns of user and model alternate.</remarks>
public sealed class NovaRequestBuilder
{
    private readonly NovaRequest _request;

    /// <summary>Begins a new conversation.</summary>
    public NovaRequestBuilder() => _request = new NovaRequest { Messages = [] };

    /// <summary>Goes on from a request, which is copied.</summary>
    /// <param name="request">The conversation so far.</param>
    public NovaRequestBuilder(NovaRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request.Clone();
    }

    private NovaInferenceConfig Inference => _request.InferenceConfig ??= new NovaInferenceConfig();

    private NovaToolConfig Tools => _request.ToolConfig ??= new NovaToolConfig();

    /// <summary>Sets the version of the format, which Nova 1 examples send.</summary>
    /// <param name="schemaVersion"><c>messages-v1</c>; null leaves it out.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder SchemaVersion(string? schemaVersion)
    {
        _request.SchemaVersion = schemaVersion;
        return this;
    }

    /// <summary>Adds to the system prompt.</summary>
    /// <param name="content">Text blocks and cache points; a string is a text block.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder System(params IEnumerable<NovaContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _request.System = [.. _request.System ?? [], .. content.Select(block => block.Clone())];
        return this;
    }

    /// <summary>Adds a turn of the user, or adds to the one before.</summary>
    /// <param name="content">Blocks; a string is a text block.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder User(params IEnumerable<NovaContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (_request.Messages is not [.., { } last] || last.Role != NovaRole.User)
        {
            _request.Messages.Add(last = NovaMessage.User());
        }

        foreach (NovaContentBlock block in content)
        {
            last.Content.Add(block.Clone());
        }

        return this;
    }

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="content">Blocks; a string is a text block.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder Assistant(params IEnumerable<NovaContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _request.Messages.Add(NovaMessage.Assistant(content.Select(block => block.Clone())));
        return this;
    }

    /// <summary>Adds the answer of an earlier call as the model's turn, in the form that the service takes back.</summary>
    /// <remarks>Blank texts are left out, a call whose input is no object goes with <c>{}</c>, and nothing is added when nothing is left.</remarks>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder Assistant(NovaResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (NovaReplay.Turn(response.ToMessage()) is { } turn)
        {
            _request.Messages.Add(turn);
        }

        return this;
    }

    /// <summary>Adds the result of a tool; results given one after the other land in one message.</summary>
    /// <param name="toolUseId">The id of the call.</param>
    /// <param name="content">What the tool gave: a text, JSON or image block; a string is a text block.</param>
    /// <param name="isError">Whether the tool failed.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder ToolResult(string toolUseId, NovaContentBlock content, bool isError = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(toolUseId);
        ArgumentNullException.ThrowIfNull(content);
        return User(new NovaToolResultBlock(Converse.ToolAliases.Id(toolUseId), [content], isError ? NovaToolResultStatus.Error
            : NovaToolResultStatus.Success));
    }

    /// <summary>Adds a tool of your own.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputSchema">The JSON schema of its input: an object.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder Tool(string name, string? description, JsonElement inputSchema) => Tool(new NovaTool(name, description, inputSchema));

    /// <summary>Adds a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder Tool(NovaToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        Tools.Tools.Add(tool.Clone());
        return this;
    }

    /// <summary>Sets whether the model may or must call tools.</summary>
    /// <param name="toolChoice">The choice; null for the default.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder ToolChoice(NovaToolChoice? toolChoice)
    {
        Tools.ToolChoice = toolChoice?.Clone();
        return this;
    }

    /// <summary>Sets the most tokens that the answer may have.</summary>
    /// <param name="maxTokens">1 to the model's own limit; null leaves it to the service.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder MaxTokens(int? maxTokens)
    {
        Inference.MaxTokens = maxTokens;
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0.00001 to 1; null for the default.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder Temperature(double? temperature)
    {
        Inference.Temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder TopP(double? topP)
    {
        Inference.TopP = topP;
        return this;
    }

    /// <summary>Sets from how many of the likeliest words the model chooses.</summary>
    /// <param name="topK">0 to 128; null for the default.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder TopK(int? topK)
    {
        Inference.TopK = topK;
        return this;
    }

    /// <summary>Adds texts at which the model stops.</summary>
    /// <param name="stopSequences">The texts.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder StopSequences(params IEnumerable<string> stopSequences)
    {
        Inference.StopSequences = [.. Inference.StopSequences ?? [], .. stopSequences];
        return this;
    }

    /// <summary>Sets whether and how much a Nova 2 model reasons before it answers.</summary>
    /// <param name="reasoning">The setting; null for the default.</param>
    /// <returns>This builder.</returns>
    public NovaRequestBuilder Reasoning(NovaReasoningConfig? reasoning)
    {
        Inference.ReasoningConfig = reasoning?.Clone();
        return this;
    }

    /// <summary>The request as it is now.</summary>
    /// <returns>A copy: the builder can go on.</returns>
    public NovaRequest Build() => _request.Clone();
}
