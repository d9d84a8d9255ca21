using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>
/// Keeps the keys that protect cookies and forms in the keys folder, each file sealed as a whole: its dates and what revokes it
/// are as much part of it as the key.
/// </summary>
internal sealed class SealedCookieKeys(KeyVault vault) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        vault.Open();
        return
        [
            .. vault
                .FilesFor(KeyVault.CookieKeys)
                .Select(path => vault.TryRead(KeyVault.CookieKeys, path))
                .OfType<byte[]>()
                .Select(content => XElement.Load(new MemoryStream(content))),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        vault.Open();
        var content = new MemoryStream();
        element.Save(content);
        vault.Replace(
            KeyVault.CookieKeys,
            Path.Combine(vault.FolderFor(KeyVault.CookieKeys), $"{friendlyName}{KeyVault.Extension}"),
            content.ToArray()
        );
    }
}

/// <summary>Leaves an element as it is: the file that it is part of is sealed. Without one, Data Protection warns of plain keys.</summary>
internal sealed class SealedAsAWhole : IXmlEncryptor, IXmlDecryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealedAsAWhole", new XElement(plaintextElement)), typeof(SealedAsAWhole));

    public XElement Decrypt(XElement encryptedElement) => new(encryptedElement.Elements().Single());
}
