using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

namespace WebApi;

/// <summary>
/// What the models of the embedded server say, so that the page has Markdown, tool calls and errors to show without an account. It is a script by key
/// words and understands nothing; with --aws nothing of it is used.
/// </summary>
internal static class SimulatedHarbour
{
    private const string Lights = """
        A harbour has two lights so that a boat at night can find the **safe line** between them.

        1. The *front light* stands low, near the water.
        2. The *rear light* stands higher and farther back.
        3. When one is exactly above the other, you are in the channel.

        > Drift to the left and the rear light wanders left of the front one: steer *towards* the front light.

        Sailors call the pair **leading lights**.
        """;

    private const string Code = """
        ### Streaming an answer

        `ConverseStreamAsync` gives events as they arrive; `TextAsync()` keeps the text:

        ```csharp
        using var bedrock = new BedrockClient();   // the normal AWS chain

        await foreach (string piece in bedrock
            .ConverseStreamAsync("us.amazon.nova-lite-v1:0", "Why is the sky blue?")
            .TextAsync())
        {
            Console.Write(piece);
        }
        ```

        Leaving the loop early closes the connection, and the model stops.
        """;

    private const string Knots = """
        ### Three knots for a mooring line

        | Knot | Good for | Holds | Unties |
        | --- | --- | :---: | :---: |
        | Bowline | a loop that does not slip | yes | easily |
        | Cleat hitch | making fast at the pier | yes | at once |
        | Clove hitch | a fender on the rail | ~~always~~ so-so | easily |

        Learn the **bowline** first: it makes a loop that *never* tightens.
        """;

    /// <summary>Models that the embedded server has fail, to see how the page takes it.</summary>
    public static OfferedModel[] FaultyModels { get; } =
    [
        new("us.amazon.nova-micro-v1:0", "Always busy (429)", "To see errors"),
        new("us.amazon.nova-2-lite-v1:0", "Breaks off in the middle", "To see errors"),
    ];

    public static void SetUp(BedrockServer server, IEnumerable<OfferedModel> models)
    {
        foreach (OfferedModel model in models)
        {
            server.WhenConverse(model.Id).Reply(Answer);
        }

        server.WhenConverse(FaultyModels[0].Id).Fault(BedrockFault.RetryAfter);
        server.WhenConverse(FaultyModels[1].Id).Stream(Say(Lights).ToStreamEvents().Take(20));   // no end mark: the library tells that it is not whole
    }

    private static ConverseResponse Answer(ConverseRequest request)
    {
        IList<ContentBlock> last = request.Messages[^1].Content;
        if (last.OfType<ToolResultBlockContent>().FirstOrDefault()?.ToolResult is { } result)
        {
            return Say(Tides(result));
        }

        string text = string.Join(' ', last.OfType<TextBlock>().Select(block => block.Text));
        bool Names(params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        return Names("tide", "high water", "low water") ? CallTool(text, request.Messages.Count)
            : Names("code", "c#", "stream") ? Say(Code)
            : Names("knot", "table") ? Say(Knots)
            : Names("light") ? Say(Lights)
            : Say($"""
                You wrote “{text}”. I am a **simulated** model: I answer from a script, by key words.

                Ask me about

                - *high water* at a harbour, which calls a tool,
                - *code* that streams an answer,
                - *knots*, in a table,
                - harbour *lights*.
                """);
    }

    private static ConverseResponse CallTool(string text, int turn)
    {
        int at = text.LastIndexOf(" at ", StringComparison.OrdinalIgnoreCase);
        string harbour = at < 0 ? "Holm" : text[(at + 4)..].Split(['?', '.', ',', '!', '\n'])[0].Trim();
        var call = new ToolUseBlock
        {
            ToolUseId = string.Create(CultureInfo.InvariantCulture, $"tooluse_{turn}"),
            Name = TideTool.Name,
            Input = JsonSerializer.SerializeToElement(new TideQuestion(harbour), ChatJsonContext.Default.TideQuestion),
        };
        return new() { Output = Message.Assistant("Let me look that up in the tide table.", call), StopReason = StopReason.ToolUse };
    }

    private static string Tides(ToolResultBlock result)
    {
        if (result.Content.OfType<ToolResultJson>().FirstOrDefault()?.Json.Deserialize(ChatJsonContext.Default.TideTable) is not { } table)
        {
            return "The tide table gives me *nothing* for that harbour.";
        }

        Tide? high = table.Tides.FirstOrDefault(tide => tide.Kind == "high");
        string lead = high is null ? $"No high water at {table.Harbour} today." : string.Create(CultureInfo.InvariantCulture,
            $"High water at **{table.Harbour}** comes at **{high.Time}** (UTC) and stands {high.Metres:0.0} m above chart datum.");
        return lead + "\n\n| Tide | Time | Height |\n| --- | --- | ---: |\n"
            + string.Concat(table.Tides.Select(tide => string.Create(CultureInfo.InvariantCulture, $"| {tide.Kind} | {tide.Time} | {tide.Metres:0.0} m |\n")))
            + "\nDeep boats should wait until an hour before high water. *These tides are made up: do not sail by them.*";
    }

    private static ConverseResponse Say(string text) => new() { Output = Message.Assistant(text), StopReason = StopReason.EndTurn };
}
