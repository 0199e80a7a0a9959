using System.CommandLine;

namespace Bedrock.Toolkit.CommandLine;

/// <summary>The command <c>bedrock</c> and what is below it.</summary>
internal static class BedrockCommand
{
    private const int Failed = 1;

    /// <summary>Runs the command until it is done, or told to end.</summary>
    /// <param name="arguments">What was typed behind it.</param>
    /// <param name="output">For what other programs read.</param>
    /// <param name="errors">For people.</param>
    /// <param name="cancellationToken">Tells it to end; that is no failure.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken) =>
        RunAsync(arguments, null, output, errors, cancellationToken);

    /// <summary>The same, for somebody who can be asked.</summary>
    /// <param name="arguments">What was typed behind it.</param>
    /// <param name="input">Where answers to questions come from; nobody is asked when null.</param>
    /// <param name="output">For what other programs read.</param>
    /// <param name="errors">For people.</param>
    /// <param name="cancellationToken">Tells it to end; that is no failure.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextReader? input, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var root = new RootCommand(
            "A small Amazon Bedrock on this machine, a recording proxy before the real one, its models, short-term API keys, the least IAM policies, "
                + "and checks of the library against an account.")
        {
            ServeCommand.Create(output, errors),
            RecordCommand.Create(output, errors),
            PolicyCommand.Create(output, errors),
            ModelsCommand.Create(output),
            KeyCommand.Create(output),
            VerifyCommand.Create(input, output, errors),
        };
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await root.Parse(arguments).InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException or FormatException or BedrockException)
        {
            await errors.WriteLineAsync($"bedrock: {e.Message}").ConfigureAwait(false);
            return Failed;
        }
    }
}
