namespace Bedrock.Toolkit.Errors;

/// <summary>Tells a failure of what the library calls from a program that is broken: such exceptions pass through as they are.</summary>
internal static class ProgramFault
{
    // The testing package marks so what a test set up wrongly.
    private const string AsItIs = "Bedrock.Toolkit.AsItIs";

    /// <summary>Whether an exception tells that the program itself is broken: a missing file or assembly, no memory.</summary>
    public static bool Is(Exception e) => e is FileNotFoundException or FileLoadException or DirectoryNotFoundException or DriveNotFoundException
        or PathTooLongException or TypeLoadException or BadImageFormatException or MemberAccessException or OutOfMemoryException or NullReferenceException
        or InvalidCastException or NotImplementedException || e.Data.Contains(AsItIs);

    /// <summary>Whether a handler or a connection threw it: neither a cancellation nor a disposal, nothing of ours, no broken program.</summary>
    public static bool IsForeign(Exception e) => e is not (OperationCanceledException or ObjectDisposedException or BedrockException) && !Is(e);
}
