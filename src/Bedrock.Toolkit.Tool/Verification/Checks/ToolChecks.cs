using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>Tools, and answers as a type.</summary>
internal static class ToolChecks
{
    private const int MaxTokens = PlannedCalls.MaxOutputTokens;
    private const string Page = "docs/converse.md";

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        ModelId nova = NovaModels.Lite.InProfile(settings.Geography).Id;
        ModelId claude = ClaudeModels.Haiku45.InProfile(settings.Geography).Id;
        return
        [
            Tools("tools-call", "A tool is called with arguments that fit its type", "tools by hand", nova, 1, CallAsync),
            Tools("tools-call-stream", "The arguments of a streamed tool call are joined and fit the tool's type", "tool inputs joined and parsed", claude, 1,
                StreamAsync),
            Tools("tools-loop-nova", "The loop runs the tool and gives its answer back until the model is done", "the loop runs calls", nova, 4, LoopAsync),
            Tools("tools-loop-claude", "The loop runs the tool and gives its answer back until the model is done", "the loop runs calls", claude, 4, LoopAsync),
            Typed("structured-output-tool", "A model without a format for answers gives a typed one by a tool", nova, TypedAsync),
            Typed("structured-output-native", "A model with a format for answers gives a typed one by it", claude, TypedAsync),
            Typed("structured-output-stream", "A typed answer can be read while it is being written", nova, TypedStreamAsync),
        ];
    }

    private static VerifyCheck Tools(string id, string title, string claim, ModelId model, int calls, Func<CheckRun, ModelId, Task> run) =>
        new(id, "tools", title, $"{Page}: {claim}", [new(model, calls)], context => run(context, model));

    private static VerifyCheck Typed(string id, string title, ModelId model, Func<CheckRun, ModelId, Task> run) =>
        new(id, "structured-output", title, $"{Page}: typed answers", [new(model)], context => run(context, model));

    private static ConverseRequest AskForWeather() => new()
    {
        Messages = [Message.User(Prompts.Weather)],
        InferenceConfig = new InferenceConfiguration { MaxTokens = MaxTokens },
        ToolConfig = new ToolConfiguration
        {
            Tools = [Tool.Create("weather", "The weather in a city.", ToolJson.Default.WeatherInput)],
            ToolChoice = ToolChoice.Any,
        },
    };

    private static async Task CallAsync(CheckRun run, ModelId model) =>
        ExpectCall(await run.Client.ConverseAsync(model, AskForWeather(), run.Token).ConfigureAwait(false));

    private static async Task StreamAsync(CheckRun run, ModelId model) => ExpectCall(
        await run.Client.ConverseStreamAsync(model, AskForWeather(), run.Token).ToResponseAsync(run.Token).ConfigureAwait(false));

    private static void ExpectCall(ConverseResponse answer)
    {
        CheckRun.Expect(answer.StopReason == StopReason.ToolUse, "the stop reason tool_use", $"{answer.StopReason?.Value ?? "none"}");
        CheckRun.Expect(answer.ToolCalls is [{ Name: "weather" }], "one call of the tool", $"{answer.ToolCalls.Count} calls");
        WeatherInput? input = null;
        string observed = "the JSON null";
        try
        {
            input = answer.ToolCalls[0].InputAs(ToolJson.Default.WeatherInput);
        }
        catch (JsonException e)
        {
            observed = $"arguments that cannot be read at {e.Path ?? "$"}";
        }

        CheckRun.Expect(input is not null, "arguments of the tool's type", observed);
        CheckRun.Expect(input.City.Contains("Paris", StringComparison.OrdinalIgnoreCase), "the city that was asked for", "another text");
    }

    private static async Task LoopAsync(CheckRun run, ModelId model)
    {
        int ran = 0;
        RunnableTool weather = RunnableTool.Create("weather", "The weather in a city.", ToolJson.Default.WeatherInput, (input, _) =>
        {
            Interlocked.Increment(ref ran);
            return Task.FromResult($"18 degrees and a light wind in {input.City}");
        });
        ToolLoopResult result = await run.Client.ConverseWithToolsAsync(model, ConverseRequest.For(Prompts.Weather, MaxTokens), [weather],
            new ToolLoopOptions { MaxRounds = 4 }, null, run.Token).ConfigureAwait(false);
        CheckRun.Expect(ran > 0, "the tool to run", "it did not");
        CheckRun.Expect(result.Responses.Count > 1, "a second answer, after the tool's", $"{result.Responses.Count} answers");
        CheckRun.ExpectAnswer(result.Text, result.Response);
    }

    private static async Task TypedAsync(CheckRun run, ModelId model)
    {
        ConverseResponse<Booking> answer = await run.Client.ConverseAsync(model, ConverseRequest.For(Prompts.Booking, MaxTokens), ToolJson.Default.Booking,
            run.Token).ConfigureAwait(false);
        ExpectBooking(answer.Value);
        CheckRun.ExpectTokens(answer.Response.Usage);
    }

    private static async Task TypedStreamAsync(CheckRun run, ModelId model)
    {
        ConverseResponse<Booking>? answer = null;
        int updates = 0;
        await foreach (ConverseUpdate<Booking> update in run.Client.ConverseStreamAsync(model, ConverseRequest.For(Prompts.Booking, MaxTokens),
            ToolJson.Default.Booking, run.Token).ConfigureAwait(false))
        {
            updates++;
            answer = update.Answer ?? answer;
        }

        CheckRun.Expect(answer is not null, "a last update with the whole answer", $"{updates} updates without one");
        ExpectBooking(answer.Value);
    }

    private static void ExpectBooking(Booking booking)
    {
        CheckRun.Expect(booking.Guests == 4, "the number that was asked for", $"{booking.Guests}");
        CheckRun.Expect(booking.Restaurant.Contains("Ama", StringComparison.OrdinalIgnoreCase), "the name that was asked for", "another text");
    }
}

/// <summary>What the tool of the checks takes.</summary>
/// <param name="City">The city.</param>
internal sealed record WeatherInput([property: Description("The name of the city.")] string City);

/// <summary>What the typed answers of the checks are.</summary>
internal sealed class Booking
{
    [Description("The name of the restaurant.")]
    public required string Restaurant { get; set; }

    [Description("How many people come.")]
    public required int Guests { get; set; }
}

/// <summary>How both are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WeatherInput))]
[JsonSerializable(typeof(Booking))]
internal sealed partial class ToolJson : JsonSerializerContext;
