using System.Diagnostics;
using System.Reflection;
using Bedrock.Toolkit.Tests.Diagnostics;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>The way of a call from the caller to the HTTP handler, read off the stack. Alone, because a listener hears the calls of every test.</summary>
[Collection(AloneCollection.Name)]
public class CallPathTests
{
    private const int MostHops = 7;

    [Fact]
    public async Task InvokeAsync_NothingAroundTheAttempts_IsAtTheHandlerInSixSteps()
    {
        List<string> steps = await StepsAsync();

        AssertPath(
            ["BedrockInvokeExtensions.InvokeAsync", "BedrockClient.CallAsync", "BedrockClient.SendAsync", "ObservedSender.SendAsync", "AttemptSender.SendAsync",
                "AttemptSender.OpenAsync"],
            steps);
    }

    [Fact]
    public async Task InvokeAsync_TelemetryAndGovernor_AreLayersAndNoMoreThanSevenHopsInAll()
    {
        using var recorder = new TelemetryRecorder();
        List<string> steps = await StepsAsync(
            o => o.TokenGovernor = new TokenGovernor(new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "*", MaxConcurrency = 1 } } }));

        string[] layers = [.. steps.Select(s => s.Split('.')[0]).Distinct()];
        AssertPath(["BedrockInvokeExtensions", "BedrockClient", "ObservedSender", "GovernedSender", "AttemptSender"], layers);

        // Behind them stand our handler and that of .NET.
        Assert.InRange(layers.Length + 2, 0, MostHops);
        Assert.Single(recorder.Spans.Skip(1));
    }

    // An optimised build may put one step inside another and save it; it can neither add nor swap one.
    private static void AssertPath(string[] expected, IReadOnlyCollection<string> actual)
    {
        bool isOptimised = typeof(BedrockClient).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
        Assert.Equal(isOptimised ? expected.Where(actual.Contains) : expected, actual);
        Assert.Equal(expected[^1], actual.Last());
    }

    private static async Task<List<string>> StepsAsync(Action<BedrockClientOptions>? configure = null)
    {
        List<string> steps = [];
        using var handler = new FloodHandler(() => Answers.Json("""{"text":"a"}"""), () =>
        {
            steps = StepsOf(new StackTrace());
            return Task.CompletedTask;
        });
        using BedrockClient client = TestClient.Over(handler, configure);

        // From the second call on everything is known, and nothing waits before the handler.
        await client.InvokeAsync(Echo.Model, Echo.Request());
        await client.InvokeAsync(Echo.Model, Echo.Request());
        return steps;
    }

    private static List<string> StepsOf(StackTrace stack)
    {
        List<string> steps = [];
        foreach (MethodBase method in stack.GetFrames().Reverse().Select(f => f.GetMethod()!).Where(m => m.Module.Assembly == typeof(BedrockClient).Assembly))
        {
            // An async method stands there twice: as itself and as its state machine, a class inside of its own.
            Type type = method.DeclaringType!;
            string name = type is { IsNested: true, Name: ['<', ..] }
                ? $"{type.DeclaringType!.Name}.{type.Name[1..type.Name.IndexOf('>', StringComparison.Ordinal)]}" : $"{type.Name}.{method.Name}";
            if (steps.LastOrDefault() != name) steps.Add(name);
        }

        return steps;
    }
}
