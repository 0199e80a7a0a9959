using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Builds a <see cref="ConverseRequest"/> turn by turn, and keeps it sendable. Not thread-safe.</summary>
/// <remarks>
/// What it does beyond appending: several contents of the user in a row become one message, so that answers to parallel tool calls stand
/// together as the service wants them; document names are sanitised and made different; blank text is refused at once, and left out of what
/// the model wrote. Cache points are checked when the request is built: their life must not increase along tools, system, messages.
/// </remarks>
public sealed class ConversationBuilder
{
    private readonly ConverseRequest _request;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private ModelRules _rules = ModelRules.Unknown;
    private Action<ConverseRequest>? _finish;

    /// <summary>Begins a conversation.</summary>
    public ConversationBuilder() => _request = new ConverseRequest();

    /// <summary>Goes on with a conversation, such as one that was saved.</summary>
    /// <param name="request">The conversation so far; copied.</param>
    public ConversationBuilder(ConverseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request.Clone();
        _names.UnionWith(_request.Messages.SelectMany(message => message.Content).SelectMany(DocumentsOf).Select(document => document.Name));
    }

    /// <summary>The turns so far; for reading.</summary>
    public IReadOnlyList<Message> Messages => [.. _request.Messages];

    /// <summary>Says which model the conversation goes to: turns of the model that are added from here on, and the check at the end, follow its
    /// rules.</summary>
    /// <param name="model">The model; it may change in the middle of a conversation.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder ForModel(ModelId model) => ForModel(ModelRules.For(model));

    /// <summary>Says what the model takes that the conversation goes to, when its id hides the model.</summary>
    /// <param name="rules">Such as <c>ModelRules.For("anthropic.claude-sonnet-4-6")</c>.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder ForModel(ModelRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        var replay = new Replay(_rules);
        _request.Messages = [.. _request.Messages.Select(message => message.Role == ConversationRole.Assistant ? replay.Turn(message, string.Empty) : message)
            .OfType<Message>()];
        return this;
    }

    /// <summary>Adds to the system prompt.</summary>
    /// <param name="content">Texts and the like.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public ConversationBuilder System(params ReadOnlySpan<SystemContentBlock> content)
    {
        foreach (SystemContentBlock block in content)
        {
            ArgumentNullException.ThrowIfNull(block, nameof(content));
            if (block is SystemTextContent text)
            {
                RefuseBlank(text.Text, nameof(content));
            }

            (_request.System ??= []).Add(block.Clone());
        }

        return this;
    }

    /// <summary>Adds contents of the user, which are copied: to the message of the user when that is the last turn, else as a new one.</summary>
    /// <param name="content">Texts, images, documents, tool answers and the like.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A text is blank, or there is no content.</exception>
    public ConversationBuilder User(params ReadOnlySpan<ContentBlock> content)
    {
        if (content.IsEmpty)
        {
            throw new ArgumentException("A turn has at least one content.", nameof(content));
        }

        foreach (ContentBlock block in content)
        {
            ArgumentNullException.ThrowIfNull(block, nameof(content));
            if (block is TextBlock text)
            {
                RefuseBlank(text.Text, nameof(content));
            }
        }

        IList<ContentBlock> turn = TurnOfUser();
        foreach (ContentBlock block in content)
        {
            ContentBlock copy = block is ToolResultBlockContent { ToolResult: { } result } ? new Replay(_rules).Result(result, nameof(content)) : block.Clone();
            Rename(copy);
            turn.Add(copy);
        }

        return this;
    }

    /// <summary>Adds what the model answered, reasoning and tool calls included, in the form that the service takes back.</summary>
    /// <remarks>Nothing is added when nothing is left: models answer with nothing after results of tools.</remarks>
    /// <param name="reply">The answer, of a call or of a stream.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder Assistant(ConverseResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (new Replay(_rules).Turn(reply.Message, nameof(reply)) is { } turn)
        {
            AddTurn(turn);
        }

        return this;
    }

    /// <summary>Adds a turn of the model. Blank texts are left out: the service refuses them.</summary>
    /// <param name="message">The turn; copied.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The turn has no content but blank texts.</exception>
    public ConversationBuilder Assistant(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        AddTurn(new Replay(_rules).Turn(message, nameof(message))
            ?? throw new ArgumentException("The answer has no content that could be sent back.", nameof(message)));
        return this;
    }

    /// <summary>Adds a turn of the model, written by you.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public ConversationBuilder Assistant(string text)
    {
        RefuseBlank(text, nameof(text));
        return Assistant(Message.Assistant(text));
    }

    /// <summary>Adds answers to tool calls. All answers to one turn of the model come into one message, also when they are added one by one.</summary>
    /// <param name="results">The answers.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder ToolResults(params IEnumerable<ToolResultBlock> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (ToolResultBlock result in results)
        {
            User(result);
        }

        return this;
    }

    /// <summary>Adds a tool.</summary>
    /// <param name="tool">The tool, or a cache point behind the tools so far.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder Tool(Tool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        (_request.ToolConfig ??= new ToolConfiguration { Tools = [] }).Tools.Add(tool.Clone());
        return this;
    }

    /// <summary>Adds a tool that this program runs.</summary>
    /// <param name="tool">The tool; give it to <c>ConverseWithToolsAsync</c> as well, which runs it.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder Tool(RunnableTool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return Tool(tool.Specification);
    }

    /// <summary>Adds a tool with a JSON schema.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputSchema">A JSON schema of type object.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder Tool(string name, string? description, JsonElement inputSchema) => Tool(Converse.Tool.Create(name, description, inputSchema));

    /// <summary>Adds a tool whose input is a type.</summary>
    /// <typeparam name="T">The input.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder Tool<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) =>
        Tool(Converse.Tool.Create(name, description, inputTypeInfo));

    /// <summary>Sets whether the model may or must call tools.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">There are no tools yet.</exception>
    public ConversationBuilder ToolChoice(ToolChoice choice)
    {
        (_request.ToolConfig ?? throw new InvalidOperationException("Add the tools before the choice among them.")).ToolChoice = choice;
        return this;
    }

    /// <summary>Sets the most tokens that the answer may have.</summary>
    /// <param name="maxTokens">1 or more.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder MaxTokens(int maxTokens)
    {
        Inference.MaxTokens = maxTokens;
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 1.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder Temperature(double temperature)
    {
        Inference.Temperature = temperature;
        return this;
    }

    /// <summary>Sets the texts at which the model stops.</summary>
    /// <param name="stopSequences">The texts.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder StopSequences(params IEnumerable<string> stopSequences)
    {
        Inference.StopSequences = [.. stopSequences];
        return this;
    }

    /// <summary>Sets fields that only this model has.</summary>
    /// <param name="fields">A JSON object.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder AdditionalModelRequestFields(JsonElement fields)
    {
        _request.AdditionalModelRequestFields = fields;
        return this;
    }

    /// <summary>Puts a cache point behind the tools so far.</summary>
    /// <param name="ttl">How long the entry lives after its last use; five minutes when null.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder CacheTools(CacheTtl? ttl = null) => Tool(new CachePointBlock { Ttl = ttl });

    /// <summary>Puts a cache point behind the system prompt so far.</summary>
    /// <param name="ttl">How long the entry lives after its last use; five minutes when null.</param>
    /// <returns>This builder.</returns>
    public ConversationBuilder CacheSystem(CacheTtl? ttl = null) => System(new CachePointBlock { Ttl = ttl });

    /// <summary>Puts a cache point behind the messages so far: into the last one.</summary>
    /// <param name="ttl">How long the entry lives after its last use; five minutes when null.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">There is no message yet.</exception>
    public ConversationBuilder CacheMessages(CacheTtl? ttl = null)
    {
        if (_request.Messages is not [.., var last])
        {
            throw new InvalidOperationException("Add a message before the cache point behind it.");
        }

        last.Content.Add(new CachePointBlock { Ttl = ttl });
        return this;
    }

    /// <summary>The request, checked.</summary>
    /// <returns>A copy: the builder can go on with the next turn.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    public ConverseRequest Build()
    {
        ConverseRequest copy = _request.Clone();
        _finish?.Invoke(copy);
        ConverseRequestCheck.For(_rules).CheckStream(copy);
        return copy;
    }

    /// <summary>The request, as <see cref="Build"/> gives it: a builder goes wherever a request does.</summary>
    /// <param name="builder">The builder; null stays null.</param>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    [return: NotNullIfNotNull(nameof(builder))]
    public static implicit operator ConverseRequest?(ConversationBuilder? builder) => builder?.Build();

    /// <summary>A builder that goes on from here without changing this one: for a turn that may fail, or to branch off.</summary>
    /// <returns>The copy.</returns>
    public ConversationBuilder Clone() => new(_request) { _rules = _rules, _finish = _finish };

    /// <summary>Changes every request that is built, after all else.</summary>
    internal void Finish(Action<ConverseRequest> change) => _finish = change;

    private InferenceConfiguration Inference => _request.InferenceConfig ??= new InferenceConfiguration();

    private static void RefuseBlank(string? text, string parameter)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("A text must not be blank.", parameter);
        }
    }

    private void AddTurn(Message turn)
    {
        foreach (ContentBlock block in turn.Content)
        {
            Rename(block);
        }

        _request.Messages.Add(turn);
    }

    private IList<ContentBlock> TurnOfUser()
    {
        if (_request.Messages is not [.., { Role: var role } last] || role != ConversationRole.User)
        {
            last = Message.User();
            _request.Messages.Add(last);
        }

        return last.Content;
    }

    // The names are of no meaning to the caller, but the service takes only certain ones, and each once.
    private void Rename(ContentBlock block)
    {
        foreach (DocumentBlock document in DocumentsOf(block))
        {
            document.Name = DocumentNames.Unique(document.Name, _names);
            _names.Add(document.Name);
        }
    }

    private static IEnumerable<DocumentBlock> DocumentsOf(ContentBlock block) => block switch
    {
        DocumentContent { Document: { } document } => [document],
        ToolResultBlockContent { ToolResult: { } result } => result.Content.OfType<ToolResultDocument>().Select(content => content.Document)
            .OfType<DocumentBlock>(),
        _ => [],
    };
}
