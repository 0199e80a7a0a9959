using System.Runtime.InteropServices;

namespace Bedrock.Toolkit.CommandLine;

/// <summary>Where the command begins.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        using var ended = new CancellationTokenSource();

        // Not at once: what was recorded is written first.
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        TextReader? input = Console.IsInputRedirected ? null : Console.In;
        return await BedrockCommand.RunAsync(arguments, input, Console.Out, Console.Error, ended.Token).ConfigureAwait(false);

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended.Cancel();
        }
    }
}
