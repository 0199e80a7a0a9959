using System.Net.Sockets;

namespace Bedrock.Toolkit.Transport;

/// <summary>Tells a connection that failed from a program that is broken: .NET has one base class for both.</summary>
internal static class NetworkFault
{
    /// <summary>Whether an exception is the network's, directly.</summary>
    public static bool Is(Exception e) => e is HttpRequestException or SocketException || (e is IOException && !ProgramFault.Is(e));

    /// <summary>Whether an exception, or one of its causes, can pass by itself.</summary>
    public static bool MayPass(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (Is(e) || e is TimeoutException or OperationCanceledException)
            {
                return true;
            }
        }

        return false;
    }
}
