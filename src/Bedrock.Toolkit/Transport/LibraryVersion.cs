using System.Reflection;

namespace Bedrock.Toolkit.Transport;

internal static class LibraryVersion
{
    /// <summary>Name and version of the library only; nothing of the host.</summary>
    public static string UserAgent { get; } = "Bedrock.Toolkit/" + Version();

    private static string Version()
    {
        string? version = typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+')[0] ?? "0.0.0";
    }
}
